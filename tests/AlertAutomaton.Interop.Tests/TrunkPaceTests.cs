using System.Globalization;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>How well an alert uses a trunk, counted by the trunk.</summary>
public sealed class TrunkPaceTests
{
    private const int Channels = 60;
    private const int Households = 1000;
    private const int Rehearsal = 120;

    [Fact]
    public async Task Sixty_channels_are_kept_busy_and_the_forecast_is_within_a_tenth()
    {
        using var run = new AlertRun { MessageSeconds = 3 };
        await using SippTrunk trunk = await SippTrunk.StartAsync("short_calls", run.Folder);
        TrunkLine line = new("operator", $"sip:127.0.0.1:{trunk.Port}") { Channels = Channels, CallsPerSecond = 60 };

        // A small alert first, as a town tries its trunk: the forecast learns from what it showed how long a call lasts here.
        await run.SendAsync([line], Homes("0639981", Rehearsal));
        AlertSummary summary = await run.SendAsync([line], Homes("063998", Households));
        (int successful, int failed) = await trunk.CountAsync(Rehearsal + Households);
        Assert.True(summary.Confirmed == Households && successful == Rehearsal + Households && failed == 0, summary.Text + trunk.Errors());

        // The first second fills the channels; the last fifth drains them.
        double[] busy = [.. trunk.Load()
            .Where(second => second.CallsBegun > Rehearsal + Channels && second.CallsBegun <= Rehearsal + (Households * 4 / 5))
            .Skip(1)
            .Select(second => (double)second.CallsNow / Channels)];
        Assert.True(busy.Length > 5, $"only {busy.Length} full seconds were seen");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"busy {busy.Average():P1}; forecast {summary.ForecastSeconds:0.0} s, took {summary.DurationSeconds:0.0} s"));
        Assert.True(busy.Average() >= 0.97, $"{busy.Average():P1} of the channels were busy: {string.Join(' ', busy.Select(share => share.ToString("0.00", CultureInfo.InvariantCulture)))}");
        Assert.Equal(Channels, summary.PeakCalls);
        Assert.InRange(summary.ForecastSeconds / summary.DurationSeconds, 0.9, 1.1);
    }

    [Fact]
    public async Task A_storm_of_busy_signals_is_taken_at_the_pace_of_the_trunk_and_charged_once_each()
    {
        using var run = new AlertRun { MoreArguments = ["--lifetime", "1m"] };
        await using SippTrunk trunk = await SippTrunk.StartAsync("busy", run.Folder);
        AlertSummary summary = await run.SendAsync(
            [new TrunkLine("operator", $"sip:127.0.0.1:{trunk.Port}") { Channels = Channels, CallsPerSecond = 40 }], Homes("063998", 200));
        Assert.Equal(200, summary.Unreached);
        (int successful, int failed) = await trunk.CountAsync(summary.Attempts);

        // Never a call without an attempt; the end of the alert may withdraw a few that are on file and were just leaving.
        Assert.InRange(successful + failed, summary.Attempts - 3, summary.Attempts);
        int[] perSecond = [.. trunk.Load().Zip(trunk.Load().Skip(1), (before, after) => after.CallsBegun - before.CallsBegun)];
        Assert.All(perSecond, begun => Assert.InRange(begun, 0, 48));
    }

    private static string[] Homes(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(home => prefix + home.ToString(CultureInfo.InvariantCulture).PadLeft(10 - prefix.Length, '0'))];
}
