using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Tests.Conformance;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Speed;

/// <summary>
/// Measures the journal on the disk it is given: synced attempts (one entry begun, one ended), against a plain loop that commits
/// one row at a time on the same disk in the same run; then a large order and the restart that finds it.
/// </summary>
internal static class JournalSpeed
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    public static async Task<int> RunAsync(string folder, int producers, int seconds, int largeOrder)
    {
        Directory.CreateDirectory(folder);
        double plain = PlainLoop(Path.Combine(folder, "plain.db"), TimeSpan.FromSeconds(1));
        Say($"plain loop, one row per commit: {plain:N0} rows/s");
        var options = new SqliteStoreOptions { DatabasePath = Path.Combine(folder, "speed.db") };
        await using (var store = SqliteAlertStore.Open(options, TimeProvider.System, NullLoggerFactory.Instance))
        {
            await MeasureAttempts(store, producers, TimeSpan.FromSeconds(seconds), plain);
            await MeasureOrder(store, largeOrder);
        }

        await using (var store = SqliteAlertStore.Open(options, TimeProvider.System, NullLoggerFactory.Instance))
        {
            long start = TimeProvider.System.GetTimestamp();
            IReadOnlyList<UnfinishedAlert> unfinished = await store.LoadUnfinishedAsync(s_none);
            Say($"restart: {unfinished.Sum(alert => alert.Recipients.Count):N0} unfinished recipients loaded in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:N2} s");
        }

        return 0;
    }

    private static async Task MeasureAttempts(SqliteAlertStore store, int producers, TimeSpan duration, double plain)
    {
        var town = new Town(TimeProvider.System);
        AlertOrder order = town.Order(producers * 50, key: Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        await store.AcceptAsync(order, s_none);
        long start = TimeProvider.System.GetTimestamp();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long commits = store.Statistics.Commits;
        List<double>[] latencies = await Task.WhenAll(Enumerable.Range(0, producers).Select(producer => Task.Run(async () =>
        {
            var own = new List<double>(100_000);
            for (int round = 0; TimeProvider.System.GetElapsedTime(start) < duration; round++)
            {
                AttemptBegun begun = town.Begin(order, producer + (producers * (round % 50)), (round / 50) + 1);
                long at = TimeProvider.System.GetTimestamp();
                await store.AppendAsync(begun, s_none);
                own.Add(TimeProvider.System.GetElapsedTime(at).TotalMilliseconds);
                at = TimeProvider.System.GetTimestamp();
                await store.AppendAsync(town.End(begun, AttemptOutcome.NoAnswer, RecipientScore.Unreached), s_none);
                own.Add(TimeProvider.System.GetElapsedTime(at).TotalMilliseconds);
            }

            return own;
        })));
        TimeSpan took = TimeProvider.System.GetElapsedTime(start);
        double[] all = [.. latencies.SelectMany(own => own).Order()];
        double perSecond = all.Length / took.TotalSeconds;
        commits = store.Statistics.Commits - commits;
        Say($"{producers} producers: {perSecond:N0} synced entries/s ({perSecond / 2:N0} attempts/s begun and ended), {perSecond / plain:N1} times the plain loop");
        Say($"  p50 {all[all.Length / 2]:N2} ms, p99 {all[all.Length * 99 / 100]:N2} ms, max {all[^1]:N1} ms; {commits:N0} commits, {(double)all.Length / commits:N1} entries each; {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / all.Length:N1} µs CPU an entry");
    }

    private static async Task MeasureOrder(SqliteAlertStore store, int recipients)
    {
        AlertOrder order = new Town(TimeProvider.System).Order(recipients, key: Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        long start = TimeProvider.System.GetTimestamp();
        await store.AcceptAsync(order, s_none);
        Say($"order of {recipients:N0} recipients accepted in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:N2} s");
    }

    private static double PlainLoop(string path, TimeSpan duration)
    {
        using var connection = new SqliteConnector(path, TimeSpan.FromSeconds(1)).OpenWriter(0);
        SqliteConnector.Execute(connection, "CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, payload BLOB) STRICT;");
        using var begin = new SqliteStatement(connection, "BEGIN IMMEDIATE;");
        using var insert = new SqliteStatement(connection, "INSERT INTO row (payload) VALUES (?1);");
        using var commit = new SqliteStatement(connection, "COMMIT;");
        byte[] payload = new byte[400];
        long start = TimeProvider.System.GetTimestamp();
        int rows = 0;
        while (TimeProvider.System.GetElapsedTime(start) < duration)
        {
            begin.Run();
            insert.Bind(1, payload).Run();
            commit.Run();
            rows++;
        }

        return rows / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
