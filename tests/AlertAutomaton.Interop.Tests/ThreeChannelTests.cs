using System.Globalization;
using System.Runtime.Versioning;
using AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.Lab.Witness;

namespace AlertAutomaton.Interop.Tests;

/// <summary>One order by voice, text and mail: SIPp is the trunk, node-smpp the SMSC, Postfix the relay, and their own logs say how each household ends.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ThreeChannelTests(SharedPostfix shared) : IClassFixture<SharedPostfix>
{
    // ALERTAUTOMATON_HOUSEHOLDS=2000 is the long form.
    private static readonly int Households = int.TryParse(Environment.GetEnvironmentVariable("ALERTAUTOMATON_HOUSEHOLDS"), CultureInfo.InvariantCulture, out int asked) ? asked : 200;
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(3 + (Households / 100));

    [Fact]
    public async Task Every_household_ends_as_trunk_smsc_and_relay_saw_it()
    {
        PostfixRelay postfix = await shared.StartedAsync();
        string folder = Directory.CreateTempSubdirectory("alertautomaton-interop-").FullName;
        try
        {
            await using SippTrunk trunk = await SippTrunk.StartAsync(
                "town", folder, "-trace_logs", "-timeout", string.Create(CultureInfo.InvariantCulture, $"{AtMost.TotalSeconds:0}s"));
            await using NodeSmsc smsc = await NodeSmsc.StartAsync("--receipts", "text", "--handsets", PeerTown.Handsets);
            IReadOnlyList<TownHome> homes = PeerTown.Build(Households);
            using var residents = new ClickingResidents(postfix.Maildir("town"));
            using var stop = new CancellationTokenSource();
            Task reading = residents.RunAsync(stop.Token);
            AlertSummary summary = await new ThreeChannelRun(trunk, smsc, postfix, folder).SendAsync(homes, AtMost);
            await stop.CancelAsync();
            await reading;

            StoredAlert stored = StoredAlert.Read(Path.Combine(folder, "data", "alertautomaton.db"));
            IReadOnlyList<WitnessEntry> seen = PeerEvidence.Of(trunk.Logged(), smsc.All, postfix.Output);
            var judge = new ThreeChannelJudge(homes, ThreeChannelRun.Channels, seen, stored);
            TestContext.Current.TestOutputHelper?.WriteLine(Figures(summary, seen));
            Assert.True(judge.Violations().Count == 0, string.Join('\n', judge.Violations().Take(30)) + "\n" + summary.Text + trunk.Errors());
            Assert.Equal(judge.Answered(), summary.Confirmed);
            Assert.Equal(stored.Attempts.Count, summary.Attempts);
            Assert.All(["invite", "key", "heard", "submit", "receipt", "reply", "text", "mail"], what => Assert.Contains(seen, entry => entry.What == what));
            Assert.All(["1", "2", "OUI", "Aide !", "STOP"], words => Assert.Contains(seen, entry => entry.What == "reply" && entry.Text == words));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Figures(AlertSummary summary, IReadOnlyList<WitnessEntry> seen)
    {
        DateTimeOffset[] texts = [.. seen.Where(entry => entry.What == "submit").Select(entry => entry.Time)];
        int best = texts.Length == 0 ? 0 : texts.GroupBy(time => time.ToUnixTimeSeconds()).Max(group => group.Count());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.DurationSeconds:0.0} s; {summary.Confirmed} confirmed, {summary.ProbablyHeard} probably heard, {summary.Unreached} unreached of {summary.Recipients}; " +
            $"{summary.Attempts} attempts; {string.Join(", ", seen.CountBy(entry => entry.What).Select(count => $"{count.Value} {count.Key}"))}; at best {best} submit_sm in a second");
    }
}
