using System.Globalization;
using System.Runtime.CompilerServices;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Storage.Sqlite.Alerts;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite;

/// <summary>Reading, each call in one snapshot of the database and without holding up the writer.</summary>
public sealed partial class SqliteAlertStore
{
    private const int EntriesAtOnce = 64;
    private const int MostReferences = 64;

    /// <inheritdoc/>
    public Task<Page<AlertRow>> ListAlertsAsync(AlertQuery query, CancellationToken ct) => ReadAsync(
        reader =>
        {
            int limit = Math.Clamp(query.Limit, 1, 1000);
            SqliteStatement row = reader.Query("AlertRows").Bind(1, AlertReading.Mark(query.After) ?? long.MaxValue).Bind(3, query.OnlyUnfinished ? 1 : 0).Bind(4, limit + 1);
            row = query.Organisation is { } organisation ? row.Bind(2, organisation.Value) : row.Bind(2, (long?)null);
            return ReadPage(row, limit, statement => AlertReading.Alert(reader, statement));
        },
        ct);

    /// <inheritdoc/>
    public Task<AlertRow?> GetAlertAsync(AlertId alert, CancellationToken ct) => ReadAsync(
        reader =>
        {
            SqliteStatement row = reader.Query("AlertRow").Bind(1, alert.Value);
            return row.Read() ? AlertReading.Alert(reader, row) : null;
        },
        ct);

    /// <inheritdoc/>
    public Task<Page<RecipientRow>> ListRecipientsAsync(RecipientQuery query, CancellationToken ct) => ReadAsync(
        reader =>
        {
            if (AlertReading.NumberOf(reader, query.Alert) is not { } number)
            {
                return new Page<RecipientRow>([], null);
            }

            int limit = Math.Clamp(query.Limit, 1, 10_000);
            SqliteStatement row = query.Recipient is { } one ? reader.Query("RecipientRowsOfRecipient").Bind(7, one.Value) : reader.Query("RecipientRows");
            row.Bind(1, Math.Max(AlertPlace.First(number), (AlertReading.Mark(query.After) ?? -1) + 1))
                .Bind(2, AlertPlace.Last(number))
                .Bind(3, (long?)query.Score)
                .Bind(4, query.Final is { } final ? (final ? 1L : 0L) : null)
                .Bind(5, query.OnlyNeedingHelp ? 1 : 0)
                .Bind(6, limit + 1);
            var frozen = new FrozenRecipients(reader, query.Alert, number);
            return ReadPage(row, limit, statement => AlertReading.Recipient(statement, frozen));
        },
        ct);

    /// <inheritdoc/>
    public Task<Page<AttemptRow>> ListAttemptsAsync(AttemptQuery query, CancellationToken ct) => ReadAsync(
        reader =>
        {
            if (AlertReading.NumberOf(reader, query.Alert) is not { } number)
            {
                return new Page<AttemptRow>([], null);
            }

            int limit = Math.Clamp(query.Limit, 1, 10_000);
            SqliteStatement row = query.Recipient is { } recipient ? reader.Query("AttemptRowsOfRecipient").Bind(4, recipient.Value) : reader.Query("AttemptRows");
            row.Bind(1, Math.Max(AlertPlace.First(number), (AlertReading.Mark(query.After) ?? -1) + 1)).Bind(2, AlertPlace.Last(number)).Bind(3, limit + 1);
            return ReadPage(row, limit, AlertReading.Attempt);
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AttemptPlace>> FindAttemptsAsync(IReadOnlyList<string> references, int limit, CancellationToken ct) => ReadAsync<IReadOnlyList<AttemptPlace>>(
        reader =>
        {
            int most = Math.Clamp(limit, 1, 1000);
            var found = new List<AttemptPlace>();
            foreach (string reference in references.Take(MostReferences).Distinct(StringComparer.Ordinal))
            {
                SqliteStatement row = reader.Query("AttemptsByReference").Bind(1, reference).Bind(2, most);
                while (row.Read())
                {
                    found.Add(AlertReading.Place(row));
                }
            }

            return [.. found.DistinctBy(place => place.Attempt).OrderByDescending(place => place.Begun).ThenByDescending(place => place.Number).Take(most)];
        },
        ct);

    /// <inheritdoc/>
    public Task<AlertId?> FindOrderAsync(OrganisationId organisation, string idempotencyKey, CancellationToken ct) => ReadAsync(
        reader =>
        {
            SqliteStatement row = reader.Query("OrderByKey").Bind(1, organisation.Value).Bind(2, idempotencyKey);
            return row.Read() ? new AlertId(row.Guid(0)) : (AlertId?)null;
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageGroup>> GetUsageAsync(
        OrganisationId organisation, DateTimeOffset fromUtc, DateTimeOffset toUtc, int prefixLength, CancellationToken ct) => ReadAsync<IReadOnlyList<UsageGroup>>(
        reader =>
        {
            // Reading every entry that began an attempt costs as much again as the rows: only where prices ask for numbers.
            SqliteStatement row = prefixLength > 0 ? reader.Query("UsageByPrefix").Bind(5, prefixLength) : reader.Query("Usage");
            row.Bind(1, organisation.Value).Bind(2, fromUtc.UtcTicks).Bind(3, toUtc.UtcTicks).Bind(4, (long)AttemptOutcome.NotSent);
            var groups = new List<UsageGroup>();
            while (row.Read())
            {
                groups.Add(AlertReading.Usage(row));
            }

            return groups;
        },
        ct);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(AlertId alert, long afterSequence, [EnumeratorCancellation] CancellationToken ct)
    {
        long after = Math.Clamp(afterSequence, 0, uint.MaxValue - 1);
        List<JournalEntry> entries;
        do
        {
            entries = await ReadAsync(reader => ReadEntries(reader, alert, after), ct);
            foreach (JournalEntry entry in entries)
            {
                after = entry.Sequence;
                yield return entry;
            }
        }
        while (entries.Count == EntriesAtOnce);
    }

    private async Task<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken ct)
    {
        try
        {
            return await _readers.ReadAsync(read, ct);
        }
        catch (SqliteException error)
        {
            throw new AlertStoreException($"{_options.DatabasePath} cannot be read: {error.Message}", SqliteTroubles.Classify(error) == SqliteTrouble.Busy, error);
        }
    }

    private static List<JournalEntry> ReadEntries(SqliteReader reader, AlertId alert, long after)
    {
        var entries = new List<JournalEntry>(EntriesAtOnce);
        if (AlertReading.NumberOf(reader, alert) is { } number)
        {
            SqliteStatement row = reader.Query("Entries").Bind(1, AlertPlace.Of(number, after + 1)).Bind(2, AlertPlace.Last(number)).Bind(3, EntriesAtOnce);
            while (row.Read())
            {
                entries.Add(AlertReading.Entry(alert, row));
            }
        }

        return entries;
    }

    /// <summary>Reads one row more than asked for, to know whether there is a next page; the key in column 0 is its mark.</summary>
    private static Page<T> ReadPage<T>(SqliteStatement row, int limit, Func<SqliteStatement, T> read)
    {
        var rows = new List<T>(Math.Min(limit, 1000));
        long last = 0;
        while (row.Read())
        {
            if (rows.Count == limit)
            {
                row.Reset();
                return new Page<T>(rows, last.ToString(CultureInfo.InvariantCulture));
            }

            last = row.Int64(0);
            rows.Add(read(row));
        }

        return new Page<T>(rows, null);
    }
}
