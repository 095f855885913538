using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Lab.Smsc;

namespace AlertAutomaton.Lab.Tests.Smsc;

/// <summary>Cuts and throttling, with a full window.</summary>
public sealed class SmscTroubleTests
{
    private const int Window = 10;

    [Fact]
    public async Task Twenty_cuts_with_a_full_window_lose_nothing_and_repeat_nothing_blindly()
    {
        const int Cuts = 20;
        await using var bench = await SmscBench.StartAsync(new LabSmscOptions { ReceiptDelay = TimeSpan.FromHours(1) });
        var ends = new ConcurrentDictionary<string, AttemptOutcome>(StringComparer.Ordinal);
        var cutting = CutAsync();
        var sending = Enumerable.Range(0, Window).Select(SendUntilCutAsync).ToList();
        await cutting.WaitAsync(SmscBench.Patience);
        await Task.WhenAll(sending).WaitAsync(SmscBench.Patience);

        var received = bench.Smsc.Texts.CountBy(text => text.Number).ToDictionary(StringComparer.Ordinal);
        Assert.All(ends, end => Assert.True(end.Value is AttemptOutcome.Submitted or AttemptOutcome.Unknown, $"{end.Value}"));
        Assert.All(ends.Where(end => end.Value == AttemptOutcome.Submitted), end => Assert.Equal(1, received.GetValueOrDefault(end.Key)));
        Assert.All(ends.Where(end => end.Value == AttemptOutcome.Unknown), end => Assert.InRange(received.GetValueOrDefault(end.Key), 0, 1));
        Assert.Empty(received.Keys.Except(ends.Keys, StringComparer.Ordinal));
        Assert.InRange(ends.Count(end => end.Value == AttemptOutcome.Unknown), Cuts, Cuts * Window);

        async Task CutAsync()
        {
            for (var cut = 0; cut < Cuts; cut++)
            {
                await bench.Smsc.CutWithUnansweredAsync(Window);
            }
        }

        async Task SendUntilCutAsync(int sender)
        {
            for (var text = 0; !cutting.IsCompleted; text++)
            {
                var number = $"+336399{sender}{text:D4}60";
                AttemptOutcome outcome;
                do
                {
                    outcome = (await bench.SendAsync(number)).Result.Outcome;
                }
                while (outcome == AttemptOutcome.Network);
                ends[number] = outcome;
            }
        }
    }

    [Theory]
    [InlineData(Smpp.Pdus.CommandStatus.Throttled)]
    [InlineData(Smpp.Pdus.CommandStatus.SubmitFailed)]
    public async Task After_throttling_the_rate_is_back_within_ten_seconds(Smpp.Pdus.CommandStatus status)
    {
        const int Rate = 50;
        await using var bench = await SmscBench.StartAsync(
            new LabSmscOptions { ReceiptDelay = TimeSpan.FromHours(1), SegmentsPerSecond = 10, ThrottleStatus = status },
            SmscBench.Options with { SegmentsPerSecond = Rate, SendsReceipts = false },
            options => options with { ThrottleStatuses = [status] });
        var released = 0L;
        var rateAfterTen = double.NaN;
        var limit = TimeProvider.System.GetTimestamp();
        var outcomes = new ConcurrentBag<AttemptOutcome>();
        await Task.WhenAll(Enumerable.Range(0, Window).Select(SendAsync)).WaitAsync(SmscBench.Patience);

        Assert.All(outcomes, outcome => Assert.Equal(AttemptOutcome.Submitted, outcome));
        Assert.Equal(Rate, rateAfterTen, 0.02 * Rate);
        Assert.True(BestSecond() >= 0.9 * Rate, $"the best second had {BestSecond()} segments");

        async Task SendAsync(int sender)
        {
            for (var text = 0; !IsOver(); text++)
            {
                outcomes.Add((await bench.SendAsync($"+336399{sender}{text:D4}60", "x")).Result.Outcome);
                var moment = Interlocked.Read(ref released);
                if (moment == 0 && bench.Smsc.Throttled >= 10)
                {
                    bench.Smsc.SegmentsPerSecond = null;
                    Interlocked.CompareExchange(ref released, TimeProvider.System.GetTimestamp(), 0);
                }
                else if (moment != 0 && double.IsNaN(Volatile.Read(ref rateAfterTen)) && TimeProvider.System.GetElapsedTime(moment) >= TimeSpan.FromSeconds(10))
                {
                    Volatile.Write(ref rateAfterTen, bench.Gateway.Snapshot().SegmentsPerSecond);
                }
            }
        }

        int BestSecond() => bench.Smsc.SegmentsBySecond.Max(second => second.Taken);

        // A loaded machine may need some seconds more until one of them is full; the rate itself must be whole after ten.
        bool IsOver() => (!double.IsNaN(Volatile.Read(ref rateAfterTen)) && BestSecond() >= 0.9 * Rate) || TimeProvider.System.GetElapsedTime(limit) > TimeSpan.FromSeconds(80);
    }

    [Fact]
    public async Task A_window_that_is_too_small_for_the_gateway_slows_it_down_and_loses_nothing()
    {
        await using var bench = await SmscBench.StartAsync(
            new LabSmscOptions { Window = 2, AnswerDelay = TimeSpan.FromMilliseconds(5), ReceiptDelay = TimeSpan.FromHours(1) },
            SmscBench.Options with { SegmentsPerSecond = 200 });
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(text => bench.SendAsync($"+33639980{text:D2}60"))).WaitAsync(SmscBench.Patience);
        Assert.All(results, result => Assert.Equal(AttemptOutcome.Submitted, result.Result.Outcome));
        Assert.Equal(30, bench.Smsc.Texts.Count);
    }
}
