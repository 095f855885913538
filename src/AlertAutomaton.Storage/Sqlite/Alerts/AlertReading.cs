using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>Makes the objects of the ports from rows. The order of columns is that of <c>reading.sql</c>.</summary>
internal static class AlertReading
{
    public static long? NumberOf(SqliteReader reader, AlertId alert)
    {
        SqliteStatement row = reader.Query("AlertNumber").Bind(1, alert.Value);
        long? number = row.Read() ? row.Int64(0) : null;
        row.Reset();
        return number;
    }

    /// <summary>The alert of the current row. What was ordered is in the first entry of its journal.</summary>
    public static AlertRow Alert(SqliteReader reader, SqliteStatement row)
    {
        long number = row.Int64(0);
        return new AlertRow
        {
            Alert = Order(reader, number),
            Phase = (AlertPhase)row.Int32(1),
            Ending = (AlertEnding)row.Int32(2),
            Reason = OptionalText(row, 3),
            FinishedAt = OptionalTime(row, 4),
            Totals = new AlertTotals
            {
                Recipients = row.Int32(5),
                Final = row.Int32(6),
                Unreached = row.Int32(7),
                VoicemailOnly = row.Int32(8),
                ProbablyHeard = row.Int32(9),
                Confirmed = row.Int32(10),
                HelpRequests = row.Int32(11),
                Attempts = row.Int64(12),
                SentOnly = row.Int32(14),
                Present = row.Int32(15),
                Absent = row.Int32(16),
                LateAnswers = row.Int32(17),
            },
            JournalLength = row.Int64(13),
        };
    }

    /// <summary>The current row of <c>Entries</c>.</summary>
    public static JournalEntry Entry(AlertId alert, SqliteStatement row) => new()
    {
        Alert = alert,
        Sequence = AlertPlace.Inside(row.Int64(0)),
        At = Time(row, 1),
        Kind = row.Text(2),
        Version = row.Int32(3),
        Payload = row.Blob(4).ToArray(),
        Hash = row.Blob(5).ToArray(),
    };

    /// <summary>The current row of <c>RecipientRows</c>.</summary>
    public static RecipientRow Recipient(SqliteStatement row, FrozenRecipients frozen)
    {
        int position = (int)AlertPlace.Inside(row.Int64(0));
        return new RecipientRow
        {
            Recipient = frozen.At(row.Int64(1), position),
            Position = position,
            Score = (RecipientScore)row.Int32(2),
            Reason = row.IsNull(3) ? null : (FinishReason)row.Int32(3),
            Acknowledgement = (AcknowledgementOption)row.Int32(4),
            AcknowledgedAt = OptionalTime(row, 5),
            Attempts = row.Int32(6),
            OpenAttempts = row.Int32(7),
            Next = row.IsNull(8) ? null : new PlannedStep(Time(row, 8), row.Int32(9), row.Int32(10)),
            CallerId = OptionalText(row, 11),
            ClosedPoints = (uint)row.Int64(12),
        };
    }

    /// <summary>The current row of <c>AttemptRows</c>.</summary>
    public static AttemptRow Attempt(SqliteStatement row) => new()
    {
        Attempt = new AttemptId(row.Guid(1)),
        Recipient = new RecipientId(row.Guid(2)),
        Number = row.Int32(3),
        PointIndex = row.Int32(4),
        Lane = row.Int32(5),
        Line = row.Text(6),
        CallerId = OptionalText(row, 7),
        DoubtfulRepeat = row.Int32(8) == 1,
        Begun = Time(row, 9),
        Answered = OptionalTime(row, 10),
        DialogIdentity = OptionalText(row, 11),
        Heard = row.Int32(12) == 1,
        Acknowledgement = (AcknowledgementOption)row.Int32(13),
        Keys = row.Text(14),
        Outcome = (AttemptOutcome)row.Int32(15),
        Detail = OptionalText(row, 16),
        Ended = OptionalTime(row, 17),
        Talked = new TimeSpan(row.Int64(18)),
        VoicemailLeft = row.Int32(19) == 1,
        RetryAfter = new TimeSpan(row.Int64(20)),
        Units = row.Int32(21),
        Reported = OptionalTime(row, 22),
        Channel = (ChannelKind)row.Int32(23),
    };

    /// <summary>The current row of <c>AttemptsByReference</c>.</summary>
    public static AttemptPlace Place(SqliteStatement row) => new()
    {
        Recipient = new RecipientId(row.Guid(0)),
        Attempt = new AttemptId(row.Guid(1)),
        Number = row.Int32(2),
        Reference = row.Text(3),
        Begun = Time(row, 4),
        Line = row.Text(5),
        Outcome = (AttemptOutcome)row.Int32(6),
        Alert = new AlertId(row.Guid(7)),
        Phase = (AlertPhase)row.Int32(8),
    };

    /// <summary>The current row of <c>Usage</c> or <c>UsageByPrefix</c>.</summary>
    public static UsageGroup Usage(SqliteStatement row)
    {
        var channel = (ChannelKind)row.Int32(0);
        bool isCall = channel == ChannelKind.Voice;
        return new UsageGroup
        {
            Channel = channel,
            Line = row.Text(1),
            Prefix = row.Text(2),
            Seconds = isCall ? row.Int32(3) : 0,
            Begun = row.Int64(4),
            Answered = isCall ? row.Int64(5) : 0,
            Units = isCall ? 0 : row.Int64(6),
        };
    }

    public static DateTimeOffset Time(SqliteStatement row, int column) => new(row.Int64(column), TimeSpan.Zero);

    public static DateTimeOffset? OptionalTime(SqliteStatement row, int column) => row.IsNull(column) ? null : Time(row, column);

    public static string? OptionalText(SqliteStatement row, int column) => row.IsNull(column) ? null : row.Text(column);

    /// <summary>Reads the mark that a page gave for the next one.</summary>
    public static long? Mark(string? after) => after is null
        ? null
        : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out long mark)
            ? mark
            : throw new ArgumentException($"'{after}' was not given by a page before.", nameof(after));

    public static T Event<T>(JournalEntry entry)
        where T : AlertEvent => AlertEventCodec.TryRead(entry, out AlertEvent? happened, out string? whyNot) && happened is T wanted
            ? wanted
            : throw new InvalidDataException($"Entry {entry.Sequence} of alert {entry.Alert} cannot be read: {whyNot ?? "it is of another kind"}. Run verify.");

    private static Alert Order(SqliteReader reader, long number)
    {
        SqliteStatement id = reader.Query("AlertId").Bind(1, number);
        id.Read();
        var alert = new AlertId(id.Guid(0));
        id.Reset();
        return Event<AlertAccepted>(FirstEntry(reader, alert, AlertPlace.Of(number, 1))).Order;
    }

    public static JournalEntry FirstEntry(SqliteReader reader, AlertId alert, long place)
    {
        SqliteStatement row = reader.Query("Entries").Bind(1, place).Bind(2, place).Bind(3, 1);
        if (!row.Read())
        {
            throw new InvalidDataException($"Entry {AlertPlace.Inside(place)} of alert {alert} is missing. Run verify.");
        }

        JournalEntry entry = Entry(alert, row);
        row.Reset();
        return entry;
    }
}
