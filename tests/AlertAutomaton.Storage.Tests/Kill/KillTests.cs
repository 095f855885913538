using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Verification;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Kill;

public sealed class KillTests
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    /// <summary>More rounds for a long run: <c>ALERTAUTOMATON_KILLS=100</c>.</summary>
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("ALERTAUTOMATON_KILLS"), CultureInfo.InvariantCulture, out int rounds) ? rounds : 4;

    [Fact]
    public async Task A_process_killed_while_writing_loses_nothing_that_it_was_told_is_stored()
    {
        using var folder = new TemporaryFolder();
        var verified = new HashSet<string>(StringComparer.Ordinal);
        for (int round = 1; round <= Rounds; round++)
        {
            List<(string What, string Which)> promised = await RunAndKill(folder.File("alerts.db"), RandomNumberGenerator.GetInt32(1, 1500));
            await CheckPromises(folder.File("alerts.db"), promised, verified);
        }

        Assert.True(verified.Count >= Rounds);
    }

    [Fact]
    public async Task A_copy_of_the_files_taken_while_they_are_written_is_sound()
    {
        using var folder = new TemporaryFolder();
        using Process victim = Start(folder.File("alerts.db"));
        try
        {
            for (int copy = 1; copy <= 5; copy++)
            {
                for (int line = 0; line < 100; line++)
                {
                    Assert.NotNull(await victim.StandardOutput.ReadLineAsync(s_none));
                }

                // A backup program that copies without knowing SQLite must stop the writer: between its two copies a checkpoint may move pages.
                Signal(victim, "STOP");
                foreach (string suffix in (string[])["", "-wal"])
                {
                    File.Copy(folder.File("alerts.db" + suffix), folder.File("copy.db" + suffix), overwrite: true);
                }

                Signal(victim, "CONT");
                Assert.Equal("ok", IntegrityOf(folder.File("copy.db")));
            }
        }
        finally
        {
            victim.Kill();
            await victim.WaitForExitAsync(s_none);
        }
    }

    [Fact]
    public async Task A_disk_that_fails_to_sync_stops_the_store_and_takes_back_no_promise()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is not installed");
        using var folder = new TemporaryFolder();

        // The store is opened before the counter reaches the first failure; from then on every sync of every thread fails.
        using Process victim = Process.Start(new ProcessStartInfo(
            "/usr/bin/strace",
            ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO:when=150+", Environment.ProcessPath!, "victim", folder.File("alerts.db")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var promised = new List<(string What, string Which)>();
        while (await victim.StandardOutput.ReadLineAsync(s_none).AsTask().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            string[] words = line.Split(' ');
            promised.Add((words[0], words[1]));
        }

        await victim.WaitForExitAsync(s_none);
        Assert.Equal(Victim.StoreFailed, victim.ExitCode);
        Assert.Contains("Failed", await victim.StandardError.ReadToEndAsync(s_none), StringComparison.Ordinal);
        Assert.NotEmpty(promised);
        await CheckPromises(folder.File("alerts.db"), promised, new HashSet<string>(StringComparer.Ordinal));
    }

    private static async Task<List<(string What, string Which)>> RunAndKill(string database, int afterLines)
    {
        var promised = new List<(string, string)>();
        using Process victim = Start(database);
        while (await victim.StandardOutput.ReadLineAsync(s_none).AsTask().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            string[] words = line.Split(' ');
            Assert.Equal(2, words.Length);
            promised.Add((words[0], words[1]));
            if (promised.Count == afterLines)
            {
                victim.Kill();
            }
        }

        await victim.WaitForExitAsync(s_none);
        string errors = await victim.StandardError.ReadToEndAsync(s_none);
        Assert.True(promised.Count >= afterLines, $"the victim ended by itself: {errors}");
        return promised;
    }

    private static async Task CheckPromises(string database, List<(string What, string Which)> promised, HashSet<string> verified)
    {
        Assert.Equal("ok", IntegrityOf(database));
        await using var store = SqliteAlertStore.Open(new SqliteStoreOptions { DatabasePath = database, BallastBytes = 0 }, TimeProvider.System, NullLoggerFactory.Instance);
        var attempts = new Dictionary<string, AttemptRow>(StringComparer.Ordinal);
        foreach (AlertRow alert in await AllAlerts(store))
        {
            // Each victim writes to alerts of its own, so those of earlier rounds were checked when they were last written.
            if (!verified.Add(alert.Alert.Id.ToString()))
            {
                continue;
            }

            VerificationReport report = await JournalVerifier.VerifyAsync(store, alert.Alert.Id, s_none);
            Assert.True(report.IsSound, report.Fault?.ToString());
            Assert.True(report.RowsCompared);
            await foreach (AttemptRow attempt in AllAttempts(store, alert.Alert.Id))
            {
                attempts.Add(attempt.Attempt.ToString(), attempt);
            }
        }

        foreach ((string what, string which) in promised)
        {
            bool kept = what switch
            {
                "accepted" => verified.Contains(which),
                "begun" => attempts.ContainsKey(which),
                "answered" => attempts.TryGetValue(which, out AttemptRow? answered) && answered.Answered is not null,
                "acknowledged" => attempts.TryGetValue(which, out AttemptRow? acknowledged) && acknowledged.Acknowledgement == AcknowledgementOption.Safe,
                "ended" => attempts.TryGetValue(which, out AttemptRow? ended) && ended.Outcome == AttemptOutcome.CutShort,
                _ => false,
            };
            Assert.True(kept, $"{what} {which} was promised and is not there");
        }
    }

    private static async Task<List<AlertRow>> AllAlerts(SqliteAlertStore store)
    {
        var rows = new List<AlertRow>();
        string? after = null;
        do
        {
            Page<AlertRow> page = await store.ListAlertsAsync(new AlertQuery { Limit = 100, After = after }, s_none);
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }

    private static async IAsyncEnumerable<AttemptRow> AllAttempts(SqliteAlertStore store, AlertId alert)
    {
        string? after = null;
        do
        {
            Page<AttemptRow> page = await store.ListAttemptsAsync(new AttemptQuery(alert) { Limit = 1000, After = after }, s_none);
            foreach (AttemptRow row in page.Rows)
            {
                yield return row;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private static Process Start(string database) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["victim", database])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    private static void Signal(Process process, string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are a matter of Linux");
        using Process kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private static string IntegrityOf(string database)
    {
        using var connection = new SqliteConnector(database, TimeSpan.FromSeconds(5)).OpenCheckpointer();
        using var check = new SqliteStatement(connection, "PRAGMA integrity_check;");
        Assert.True(check.Read());
        return check.Text(0);
    }
}
