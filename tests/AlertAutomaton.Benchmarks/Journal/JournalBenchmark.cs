using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Benchmarks.Journal;

/// <summary>
/// Synced journal entries per second from 64 producers that each wait for their own (an attempt is two of them: begun and ended),
/// beside a loop that commits one row at a time; then a large order, and the restart that finds it. Measured on the disk of the
/// temporary folder: set TMPDIR to choose another.
/// </summary>
internal static class JournalBenchmark
{
    private const int Producers = 64;
    private const int HouseholdsPerProducer = 50;
    private const int PlainPayload = 400;
    private static readonly CancellationToken s_none = CancellationToken.None;

    public static async Task RunAsync(FigureTable table, TimeSpan time, int largeOrder)
    {
        string folder = Directory.CreateTempSubdirectory("alertautomaton-journal-").FullName;
        try
        {
            double plain = PlainCommitLoop.Run(Path.Combine(folder, "plain.db"), PlainPayload, TimeSpan.FromSeconds(2));
            var options = new SqliteStoreOptions { DatabasePath = Path.Combine(folder, "journal.db") };
            await using (var store = SqliteAlertStore.Open(options, TimeProvider.System, NullLoggerFactory.Instance))
            {
                await MeasureEntriesAsync(table, store, TimeSpan.FromSeconds(1), plain: null);
                await MeasureEntriesAsync(table, store, time, plain);
                await MeasureOrderAsync(table, store, largeOrder);
            }

            await using (var store = SqliteAlertStore.Open(options, TimeProvider.System, NullLoggerFactory.Instance))
            {
                long start = TimeProvider.System.GetTimestamp();
                IReadOnlyList<UnfinishedAlert> unfinished = await store.LoadUnfinishedAsync(s_none);
                string name = string.Create(CultureInfo.InvariantCulture, $"restart with {unfinished.Sum(alert => alert.Recipients.Count):N0} unfinished recipients");
                table.Add(new Figure(name, TimeProvider.System.GetElapsedTime(start).TotalSeconds, "s", null, "≤ 5 s"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureEntriesAsync(FigureTable table, SqliteAlertStore store, TimeSpan time, double? plain)
    {
        AlertOrder order = SampleAlert.Order(Producers * HouseholdsPerProducer);
        await store.AcceptAsync(order, s_none);
        long commits = store.Statistics.Commits;
        var cpu = new CpuMeter();
        List<double>[] latencies = await Task.WhenAll(Enumerable.Range(0, Producers).Select(producer => Task.Run(() => ProduceAsync(store, order, producer, time))));
        TimeSpan took = cpu.Elapsed;
        TimeSpan used = cpu.Used;
        double[] all = [.. latencies.SelectMany(own => own).Order()];
        if (plain is null)
        {
            // The first second is the compiler's.
            return;
        }

        table.Add(new Figure("journal, 64 producers: synced entries", all.Length / took.TotalSeconds, "1/s", plain, "≥ 50,000"));
        table.Add(new Figure("journal, 64 producers: p50", all[all.Length / 2], "ms"));
        table.Add(new Figure("journal, 64 producers: p99", all[all.Length * 99 / 100], "ms", null, "≤ 10 ms"));
        table.Add(new Figure("journal, 64 producers: entries per sync", (double)all.Length / (store.Statistics.Commits - commits), ""));
        table.Add(new Figure("journal, 64 producers: CPU per entry", used.TotalMicroseconds / all.Length, "µs"));
    }

    private static async Task<List<double>> ProduceAsync(SqliteAlertStore store, AlertOrder order, int producer, TimeSpan time)
    {
        var latencies = new List<double>(100_000);
        long start = TimeProvider.System.GetTimestamp();
        for (int round = 0; TimeProvider.System.GetElapsedTime(start) < time; round++)
        {
            int recipient = producer + (Producers * (round % HouseholdsPerProducer));
            AttemptBegun begun = SampleAlert.Begin(order, recipient, (round / HouseholdsPerProducer) + 1);
            latencies.Add(await TimeAsync(store, begun));
            latencies.Add(await TimeAsync(store, SampleAlert.End(begun)));
        }

        return latencies;
    }

    private static async Task<double> TimeAsync(SqliteAlertStore store, AlertEvent happened)
    {
        long at = TimeProvider.System.GetTimestamp();
        await store.AppendAsync(happened, s_none);
        return TimeProvider.System.GetElapsedTime(at).TotalMilliseconds;
    }

    private static async Task MeasureOrderAsync(FigureTable table, SqliteAlertStore store, int recipients)
    {
        AlertOrder order = SampleAlert.Order(recipients);
        long start = TimeProvider.System.GetTimestamp();
        await store.AcceptAsync(order, s_none);
        string name = string.Create(CultureInfo.InvariantCulture, $"order of {recipients:N0} recipients on disk");
        table.Add(new Figure(name, TimeProvider.System.GetElapsedTime(start).TotalSeconds, "s", null, "first INVITE ≤ 2 s after 1,000,000"));
    }
}
