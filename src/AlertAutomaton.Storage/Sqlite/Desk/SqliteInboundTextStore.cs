using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Texts;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Texts that came in, and the answers to them, in the desk's database.</summary>
public sealed class SqliteInboundTextStore(DeskDatabase database, ILogger<SqliteInboundTextStore> log) : IInboundTextStore
{
    private static readonly TimeSpan SameAnswerWithoutAlert = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public Task<InboundTextVerdict> AddAsync(InboundText text, TimeSpan doubleWithin) => Write(
        session =>
        {
            SqliteStatement last = session.Query("LastTextOfSender").Bind(1, text.Gateway).Bind(2, text.From).Bind(3, text.To);
            if (last.Read() && string.Equals(last.Text(0), text.Text, StringComparison.Ordinal) && last.Int64(1) > (text.ReceivedAt - doubleWithin).UtcTicks)
            {
                return InboundTextVerdict.Double;
            }

            session.Query("AddInboundText")
                .Bind(1, text.Id).Bind(2, text.Gateway).Bind(3, text.From).Bind(4, text.Number.IsEmpty ? "" : text.Number.ToString())
                .Bind(5, text.To).Bind(6, text.Text).Bind(7, text.ReceivedAt.UtcTicks)
                .Run();
            return InboundTextVerdict.Stored;
        },
        InboundTextVerdict.NotWritten);

    /// <inheritdoc/>
    public Task<bool> CloseAsync(InboundTextResult result) => Write(
        session =>
        {
            SqliteStatement close = session.Query("CloseInboundText").Bind(1, result.Text).Bind(2, (long)result.Fate).Bind(3, result.At.UtcTicks).Bind(6, (long)result.Option);
            close = result.Alert is { } alert ? close.Bind(4, alert.Value) : close.Bind(4, (long?)null);
            close = result.Recipient is { } recipient ? close.Bind(5, recipient.Value) : close.Bind(5, (long?)null);
            close.Run();
            return session.Changes == 1;
        },
        false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InboundText>> LoadOpenAsync(int limit)
    {
        try
        {
            return await database.ReadAsync<IReadOnlyList<InboundText>>(reader => ReadOpen(reader, limit), CancellationToken.None);
        }
        catch (AlertStoreException fault)
        {
            DeskLog.TextsUnreadable(log, fault);
            return [];
        }
    }

    /// <summary>Lists texts, the latest first, for an operator to read.</summary>
    /// <param name="onlyUnread">True: only those that nobody has understood or that belong to no alert.</param>
    /// <param name="before">The mark of the page before; null for the first page.</param>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The texts, and the mark of the next page; null when this was the last.</returns>
    /// <exception cref="AlertStoreException">It cannot be read now.</exception>
    public Task<(IReadOnlyList<(InboundText Text, InboundTextFate Fate)> Rows, long? Next)> ListAsync(bool onlyUnread, long? before, int limit, CancellationToken ct) =>
        database.ReadAsync(
            reader =>
            {
                int most = Math.Clamp(limit, 1, 1000);
                SqliteStatement row = reader.Query("InboundTextRows").Bind(1, before ?? long.MaxValue).Bind(2, onlyUnread ? 1 : 0).Bind(3, most);
                var rows = new List<(InboundText, InboundTextFate)>();
                long last = 0;
                while (row.Read())
                {
                    last = row.Int64(0);
                    rows.Add((Read(row, first: 1), (InboundTextFate)row.Int32(8)));
                }

                return ((IReadOnlyList<(InboundText, InboundTextFate)>)rows, rows.Count == most ? last : (long?)null);
            },
            ct);

    /// <inheritdoc/>
    public Task<TextAnswerVerdict> ClaimAnswerAsync(TextAnswer answer, int mostPerHour) => Write(
        session =>
        {
            string phone = answer.Number.ToString();
            SqliteStatement same = session.Query("SameAnswer").Bind(1, phone).Bind(2, answer.What).Bind(4, (answer.At - SameAnswerWithoutAlert).UtcTicks);
            same = answer.Alert is { } about ? same.Bind(3, about.Value) : same.Bind(3, (long?)null);
            if (same.Read())
            {
                return TextAnswerVerdict.SentBefore;
            }

            SqliteStatement count = session.Query("AnswersSince").Bind(1, phone).Bind(2, (answer.At - TimeSpan.FromHours(1)).UtcTicks);
            if (count.Read() && count.Int64(0) >= mostPerHour)
            {
                return TextAnswerVerdict.TooMany;
            }

            SqliteStatement add = session.Query("AddAnswer").Bind(1, phone).Bind(3, answer.What).Bind(4, answer.To).Bind(5, answer.At.UtcTicks);
            add = answer.Alert is { } alert ? add.Bind(2, alert.Value) : add.Bind(2, (long?)null);
            add.Run();
            return TextAnswerVerdict.MayLeave;
        },
        TextAnswerVerdict.NotWritten);

    private static List<InboundText> ReadOpen(SqliteReader reader, int limit)
    {
        SqliteStatement row = reader.Query("OpenInboundTexts").Bind(1, Math.Clamp(limit, 1, 1000));
        var texts = new List<InboundText>();
        while (row.Read())
        {
            texts.Add(Read(row, first: 0));
        }

        return texts;
    }

    private static InboundText Read(SqliteStatement row, int first)
    {
        _ = E164Number.TryParse(row.Text(first + 3), out E164Number number);
        return new InboundText
        {
            Id = row.Guid(first),
            Gateway = row.Text(first + 1),
            From = row.Text(first + 2),
            Number = number,
            To = row.Text(first + 4),
            Text = row.Text(first + 5),
            ReceivedAt = new DateTimeOffset(row.Int64(first + 6), TimeSpan.Zero),
        };
    }

    private async Task<T> Write<T>(Func<DeskWriteSession, T> write, T notWritten)
    {
        try
        {
            return await database.WriteAsync(write, CancellationToken.None);
        }
        catch (AlertStoreException fault)
        {
            DeskLog.TextNotWritten(log, fault);
            return notWritten;
        }
    }
}
