using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Alerts;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite;

/// <summary>What a restart needs, read in one pass per table: rows and attempts come in the order of the list and are merged.</summary>
public sealed partial class SqliteAlertStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<UnfinishedAlert>> LoadUnfinishedAsync(CancellationToken ct) => ReadAsync(LoadUnfinished, ct);

    private static IReadOnlyList<UnfinishedAlert> LoadUnfinished(SqliteReader reader)
    {
        var alerts = new List<(long Number, AlertRow Row)>();
        SqliteStatement rows = reader.Query("UnfinishedAlerts");
        while (rows.Read())
        {
            alerts.Add((rows.Int64(0), AlertReading.Alert(reader, rows)));
        }

        return [.. alerts.Select(alert => new UnfinishedAlert
        {
            Alert = alert.Row.Alert,
            Phase = alert.Row.Phase,
            Ending = alert.Row.Ending,
            Totals = alert.Row.Totals,
            Recipients = LoadRecipients(reader, alert.Row.Alert.Id, alert.Number),
        })];
    }

    private static List<UnfinishedRecipient> LoadRecipients(SqliteReader reader, AlertId alert, long number)
    {
        var recipients = new List<UnfinishedRecipient>();
        var frozen = new FrozenRecipients(reader, alert, number);
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        SqliteStatement attempt = reader.Query("PastAttempts").Bind(1, AlertPlace.First(number)).Bind(2, AlertPlace.Last(number));
        bool more = attempt.Read();
        SqliteStatement row = reader.Query("RecipientRows")
            .Bind(1, AlertPlace.First(number)).Bind(2, AlertPlace.Last(number)).Bind(3, (long?)null).Bind(4, 0L).Bind(5, 0L).Bind(6, long.MaxValue);
        while (row.Read())
        {
            long place = row.Int64(0);
            List<PastAttempt>? attempts = null;
            List<OpenAttempt>? open = null;
            while (more && attempt.Int64(0) == place)
            {
                (attempts ??= []).Add(PastAttempt(attempt, lines));
                if (attempt.Int32(4) == (int)AttemptOutcome.Open)
                {
                    (open ??= []).Add(OpenAttempt(attempt));
                }

                more = attempt.Read();
            }

            RecipientRow state = AlertReading.Recipient(row, frozen);
            recipients.Add(new UnfinishedRecipient
            {
                Recipient = state.Recipient,
                Attempts = attempts ?? (IReadOnlyList<PastAttempt>)[],
                Open = open ?? (IReadOnlyList<OpenAttempt>)[],
                Acknowledgement = state.Acknowledgement,
                CallerId = state.CallerId,
                ClosedPoints = state.ClosedPoints,
            });
        }

        return recipients;
    }

    private static PastAttempt PastAttempt(SqliteStatement row, Dictionary<string, string> lines)
    {
        string line = row.Text(7);
        if (!lines.TryGetValue(line, out string? shared))
        {
            lines.Add(line, line);
            shared = line;
        }

        DateTimeOffset begun = AlertReading.Time(row, 5);
        return new PastAttempt(
            row.Int32(2), row.Int32(3), (AttemptOutcome)row.Int32(4), begun, AlertReading.OptionalTime(row, 6) ?? begun, shared, row.Int32(8) == 1, new TimeSpan(row.Int64(9)));
    }

    private static OpenAttempt OpenAttempt(SqliteStatement row) => new()
    {
        Attempt = new AttemptId(row.Guid(10)),
        Number = row.Int32(1),
        DialogIdentity = AlertReading.OptionalText(row, 11),
        Heard = row.Int32(12) == 1,
        Acknowledged = row.Int32(13) != 0,
    };
}
