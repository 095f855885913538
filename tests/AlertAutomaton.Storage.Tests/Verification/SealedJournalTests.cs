using System.Text;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Tests.Conformance;
using AlertAutomaton.Storage.Verification;
using AlertAutomaton.TestKit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Verification;

public sealed class SealedJournalTests
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    [Fact]
    public async Task A_sealed_file_verifies_with_the_hash_of_its_export()
    {
        (byte[] file, VerificationReport exported) = await Export();
        Assert.True(exported.IsSound);
        VerificationReport report = await Verify(file);
        Assert.Null(report.Fault);
        Assert.Equal(exported.FinalHash, report.FinalHash);
        Assert.Equal(exported.Entries, report.Entries);
        Assert.Equal(exported.Alert, report.Alert);
        Assert.Equal(exported.Title, report.Title);
    }

    [Fact]
    public async Task Every_changed_line_is_found_at_that_line()
    {
        (byte[] file, _) = await Export();
        string[] lines = Encoding.UTF8.GetString(file).TrimEnd('\n').Split('\n');
        for (int line = 1; line < lines.Length - 1; line++)
        {
            string[] changed = [.. lines];
            int at = changed[line].IndexOf("\"kind\":\"", StringComparison.Ordinal) + 8;
            changed[line] = changed[line][..at] + "x" + changed[line][(at + 1)..];
            VerificationReport report = await Verify(Encoding.UTF8.GetBytes(string.Join('\n', changed)));
            Assert.Equal(line + 1, report.Fault?.Line);
            Assert.Equal(line, report.Fault?.Sequence);
        }
    }

    [Fact]
    public async Task Every_missing_line_is_found()
    {
        (byte[] file, _) = await Export();
        string[] lines = Encoding.UTF8.GetString(file).TrimEnd('\n').Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            string[] changed = [.. lines.Where((_, index) => index != line)];
            Assert.False((await Verify(Encoding.UTF8.GetBytes(string.Join('\n', changed)))).IsSound, $"line {line + 1}");
        }
    }

    [Fact]
    public async Task A_changed_digit_of_the_payload_is_found()
    {
        (byte[] file, _) = await Export();
        string changed = Encoding.UTF8.GetString(file).Replace("33639000003", "33639000004", StringComparison.Ordinal);
        VerificationReport report = await Verify(Encoding.UTF8.GetBytes(changed));
        Assert.Equal(3, report.Fault?.Line);
        Assert.Contains("changed", report.Fault?.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "cut off")]
    [InlineData("\n", 1, "not JSON")]
    [InlineData("{\"format\":\"something\"}\n", 1, "not a sealed journal")]
    [InlineData("{\"format\":\"alertautomaton-journal\",\"version\":2,\"alert\":\"x\"}\n", 1, "version")]
    [InlineData("{\"format\":\"alertautomaton-journal\",\"version\":1,\"alert\":\"x\"}\n", 1, "alert")]
    [InlineData("{\"format\":\"alertautomaton-journal\",\"version\":1,\"alert\":\"019a0000-0000-7000-8000-000000000000\"}\n[]", 2, "not a JSON object")]
    [InlineData("{\"format\":\"alertautomaton-journal\",\"version\":1,\"alert\":\"019a0000-0000-7000-8000-000000000000\"}\n{\"sequence\":1}", 2, "needs sequence")]
    public async Task A_file_that_is_no_sealed_journal_is_refused_with_its_line(string text, int line, string what)
    {
        VerificationReport report = await Verify(Encoding.UTF8.GetBytes(text));
        Assert.Equal(line, report.Fault?.Line);
        Assert.Contains(what, report.Fault?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_and_not_kept()
    {
        using var endless = new MemoryStream(new byte[SealedJournalFormat.LongestLine + 200_000]);
        VerificationReport report = await SealedJournal.VerifyAsync(endless, s_none);
        Assert.Contains("too long", report.Fault?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_change_of_bytes_crashes_the_verifier_or_passes_unseen()
    {
        (byte[] file, VerificationReport exported) = await Export();
        int headEnd = Array.IndexOf(file, (byte)'\n');
        Prop.ForAll(Gen.Choose(headEnd + 1, file.Length - 1).Zip(Gen.Choose(1, 255)).ToArbitrary(), change =>
        {
            byte[] changed = [.. file];
            changed[change.Item1] ^= (byte)change.Item2;
            VerificationReport report = Verify(changed).GetAwaiter().GetResult();

            // White space and the case of hexadecimal digits carry nothing; anything else must be seen.
            return !report.IsSound || string.Equals(report.FinalHash, exported.FinalHash, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static Task<VerificationReport> Verify(byte[] file)
    {
        var stream = new MemoryStream(file);
        return SealedJournal.VerifyAsync(stream, s_none);
    }

    private static async Task<(byte[] File, VerificationReport Report)> Export()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTimeProvider();
        await using var store = SqliteAlertStore.Open(new SqliteStoreOptions { DatabasePath = folder.File("alerts.db"), BallastBytes = 0 }, time, NullLoggerFactory.Instance);
        var town = new Town(time);
        AlertOrder order = town.Order(8);
        await store.AcceptAsync(order, s_none);
        for (int recipient = 0; recipient < 3; recipient++)
        {
            AttemptBegun begun = town.Begin(order, recipient);
            await store.AppendAsync(begun, s_none);
            await store.AppendAsync(town.Answer(begun), s_none);
            await store.AppendAsync(town.End(begun, AttemptOutcome.CutShort, RecipientScore.Unreached), s_none);
        }

        using var output = new MemoryStream();
        VerificationReport report = await SealedJournal.ExportAsync(store, order.Alert.Id, output, time, s_none);
        return (output.ToArray(), report);
    }
}
