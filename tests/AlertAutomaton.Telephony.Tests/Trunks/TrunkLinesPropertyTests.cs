using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.TestKit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Telephony.Tests.Trunks;

public sealed class TrunkLinesPropertyTests
{
    private const int Channels = 7;
    private const double Pace = 5;

    [Fact]
    public void Whatever_happens_no_trunk_is_overfilled_or_hurried_and_every_channel_comes_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps => Live(steps)).QuickCheckThrowOnFailure();

    [Fact]
    public void Congestion_control_stays_within_its_bounds_whatever_it_is_told() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            CongestionState state = CongestionState.Fresh;
            TimeSpan now = TimeSpan.Zero;
            foreach (byte step in steps)
            {
                now += TimeSpan.FromMilliseconds(step * 20);
                TimeSpan? retryAfter = step % 3 == 0 ? TimeSpan.FromSeconds(step * 10) : null;
                state = CongestionControl.After(state, (CallEvidence)(step % 5), retryAfter, now);
                Assert.InRange(state.Factor, CongestionControl.LowestFactor, 1);
                Assert.True(state.PausedUntil <= now + TimeSpan.FromSeconds(60));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_learnt_limit_is_always_between_one_and_what_was_configured() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            var estimator = new ChannelLimitEstimator(Channels);
            TimeSpan now = TimeSpan.Zero;
            foreach (byte step in steps)
            {
                now += TimeSpan.FromSeconds(step);
                estimator.Probe(now);
                Act(estimator, step, now);
                Assert.InRange(estimator.Limit, 1, Channels);
            }
        }).QuickCheckThrowOnFailure();

    private static void Act(ChannelLimitEstimator estimator, byte step, TimeSpan now)
    {
        int load = step % (Channels + 2);
        if (step % 2 == 0)
        {
            estimator.Accepted(load, now);
        }
        else
        {
            estimator.Refused(load, now);
        }
    }

    private static void Live(byte[] steps)
    {
        var time = new ManualTimeProvider();
        using var lines = new TrunkLines(
            [
                new TrunkOptions { Name = "a", Uri = "sip:127.0.0.1", CallerId = "+33162000000", Channels = Channels, CallsPerSecond = Pace },
                new TrunkOptions { Name = "b", Uri = "sip:127.0.0.2", CallerId = "+33162000000", Channels = Channels, CallsPerSecond = Pace, Priority = 2 },
            ],
            time,
            NullLogger.Instance);
        string route = lines.RouteOf("+33639980002");
        var taken = new List<TrunkLine>();
        var starts = new Dictionary<string, List<DateTimeOffset>>(StringComparer.Ordinal) { ["a"] = [], ["b"] = [] };
        foreach (byte step in steps)
        {
            switch (step % 6)
            {
                case 0 or 1 when lines.TryReserve(route, out TrunkLine? line):
                    taken.Add(line);
                    starts[line.Trunk].Add(time.GetUtcNow());
                    break;
                case 2 when taken.Count > 0:
                    taken[step % taken.Count].Dispose();
                    taken.RemoveAt(step % taken.Count);
                    break;
                case 3 when taken.Count > 0:
                    lines.Report(taken[step % taken.Count], (CallEvidence)(step % 5), null, null);
                    break;
                case 4:
                    lines.Observe(step % 4 == 0 ? "a" : "b", (TrunkHealthInput)(step % 6), null);
                    break;
                default:
                    time.Advance(TimeSpan.FromMilliseconds(step * 4));
                    break;
            }

            Assert.All(lines.Snapshots(), trunk => Assert.InRange(trunk.InUse, 0, Channels));
            Assert.Equal(taken.Count, lines.InUse);
        }

        taken.ForEach(line => line.Dispose());
        Assert.Equal(0, lines.InUse);
        foreach (List<DateTimeOffset> times in starts.Values)
        {
            for (int call = (int)Pace; call < times.Count; call++)
            {
                Assert.True(times[call] - times[call - (int)Pace] >= TimeSpan.FromSeconds(1));
            }
        }
    }
}
