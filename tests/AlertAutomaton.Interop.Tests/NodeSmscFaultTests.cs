using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.Smpp.Client;

namespace AlertAutomaton.Interop.Tests;

/// <summary>node-smpp throttles and is cut off: nothing is lost, and what may have been taken is marked.</summary>
public sealed class NodeSmscFaultTests
{
    private const int Window = 10;

    [Fact]
    public async Task What_is_throttled_is_taken_later_and_the_rate_comes_back()
    {
        const double Rate = 200;
        await using NodeSmsc smsc = await NodeSmsc.StartAsync();
        await using GatewayRun run = await GatewayRun.StartBoundAsync(
            GatewayRun.Options(smsc.Port) with { SegmentsPerSecond = Rate, Window = Window }, () => smsc.Output);
        await smsc.TellAsync(new { @do = "throttle", times = 15 });
        SubmitResult[] results = await Task.WhenAll(Enumerable.Range(0, 60).Select(home => run.SubmitAsync($"+336399802{home:00}", "Exercice")));
        Assert.All(results, result => Assert.True(result.Kind == SubmitResultKind.Accepted, result.Text));
        IReadOnlyList<SmscEvent> submits = smsc.Seen("submit");
        Assert.Equal((75, 15), (submits.Count, submits.Count(submit => submit.Refused == true)));
        Assert.Equal(60, submits.Where(submit => submit.Refused == false).Select(submit => submit.To).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(15, run.Client.Snapshot().Counts.SegmentsThrottled);

        // Both clocks are this machine's: from the last refusal in the SMSC's own log to the whole rate.
        long released = submits.Last(submit => submit.Refused == true).At;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (run.Client.Snapshot().SegmentsPerSecond < Rate * 0.98)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        long back = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.InRange(back - released, 0, 10_000);

        // A starved machine sends late and never early, so the best of some bursts tells whether the rate is really sent.
        double best = 0;
        for (int burst = 0; burst < 5 && best < Rate * 0.98; burst++)
        {
            int before = smsc.Seen("submit").Count;
            SubmitResult[] sent = await Task.WhenAll(Enumerable.Range(0, (int)Rate + 1).Select(home => run.SubmitAsync($"+33639981{home:000}", "Exercice")));
            Assert.All(sent, result => Assert.True(result.Kind == SubmitResultKind.Accepted, result.Text));
            SmscEvent[] seen = [.. smsc.Seen("submit").Skip(before)];
            best = Math.Max(best, (seen.Length - 1) * 1000.0 / (seen[^1].At - seen[0].At));
        }

        Assert.True(best >= Rate * 0.98, $"the SMSC got {best:0} a second at best");
        Assert.Equal(15, run.Client.Snapshot().Counts.SegmentsThrottled);
    }

    [Theory]
    [InlineData(SmppBindMode.Transceiver)]
    [InlineData(SmppBindMode.TransmitterAndReceiver)]
    public async Task A_cut_with_a_full_window_loses_nothing_and_marks_what_may_have_been_taken(SmppBindMode mode)
    {
        const int Times = 10;
        const int PerCut = 3 * Window;
        await using NodeSmsc smsc = await NodeSmsc.StartAsync();
        await using GatewayRun run = await GatewayRun.StartBoundAsync(
            GatewayRun.Options(smsc.Port) with { BindMode = mode, Window = Window }, () => smsc.Output);
        List<string> unknown = [];
        for (int cut = 0; cut < Times; cut++)
        {
            string[] homes = [.. Enumerable.Range(cut * PerCut, PerCut).Select(home => $"+3363998{home:0000}")];
            int seen = smsc.Seen("submit").Count;
            await smsc.TellAsync(new { @do = "mute" });
            Task<SubmitResult>[] submissions = [.. homes.Select(home => run.SubmitAsync(home, "Exercice"))];
            await smsc.WaitAsync("submit", seen + Window);
            SmppClientSnapshot snapshot = run.Client.Snapshot();
            Assert.Equal((Window, PerCut - Window), (snapshot.WindowInUse, snapshot.Queued));
            await smsc.TellAsync(new { @do = "unmute" });
            await smsc.TellAsync(new { @do = "cut" });
            SubmitResult[] results = await Task.WhenAll(submissions).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);
            Assert.Equal(Window, results.Count(result => result.Kind == SubmitResultKind.Unknown));
            Assert.Equal(PerCut - Window, results.Count(result => result.Kind == SubmitResultKind.NotSent));
            unknown.AddRange(homes.Zip(results).Where(sent => sent.Second.Kind == SubmitResultKind.Unknown).Select(sent => sent.First));

            // What never left goes again after the rebind.
            await run.WhenBoundAsync();
            SubmitResult[] again = await Task.WhenAll(
                homes.Zip(results).Where(sent => sent.Second.Kind == SubmitResultKind.NotSent).Select(sent => run.SubmitAsync(sent.First, "Exercice")));
            Assert.All(again, result => Assert.True(result.Kind == SubmitResultKind.Accepted, result.Text));
        }

        string[] reached = [.. smsc.Seen("submit").Select(submit => "+" + submit.To!)];
        Assert.Equal(Times * PerCut, reached.Length);
        Assert.Equal(Times * PerCut, reached.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Times * Window, unknown.Count);
        Assert.Equal(unknown.Count, run.Client.Snapshot().Counts.SegmentsUnknown);
    }
}
