using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Session;

public sealed class PendingRequestsTests
{
    [Fact]
    public void The_window_is_full_until_one_is_answered()
    {
        var pending = new PendingRequests<string>(2, TimeSpan.FromSeconds(30));
        pending.Add(new SequenceNumber(1), "a", TimeSpan.Zero);
        Assert.True(pending.HasRoom);
        pending.Add(new SequenceNumber(2), "b", TimeSpan.Zero);
        Assert.False(pending.HasRoom);
        Assert.True(pending.TryComplete(new SequenceNumber(2), out string? done));
        Assert.Equal("b", done);
        Assert.False(pending.TryComplete(new SequenceNumber(2), out _));
        Assert.True(pending.HasRoom);
    }

    [Fact]
    public void What_waits_too_long_comes_out_in_order()
    {
        var pending = new PendingRequests<string>(3, TimeSpan.FromSeconds(30));
        pending.Add(new SequenceNumber(1), "a", TimeSpan.Zero);
        pending.Add(new SequenceNumber(2), "b", TimeSpan.FromSeconds(1));
        pending.Add(new SequenceNumber(3), "c", TimeSpan.FromSeconds(2));
        Assert.False(pending.TryExpire(TimeSpan.FromSeconds(29), out _));
        _ = pending.TryComplete(new SequenceNumber(2), out _);
        Assert.True(pending.TryExpire(TimeSpan.FromSeconds(32), out string? first));
        Assert.True(pending.TryExpire(TimeSpan.FromSeconds(32), out string? second));
        Assert.Equal(("a", "c", 0), (first, second, pending.Count));
    }

    [Fact]
    public void Every_request_comes_out_exactly_once()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), turns =>
        {
            var pending = new PendingRequests<int>(4, TimeSpan.FromSeconds(10));
            List<int> outcomes = [];
            int added = 0;
            var now = TimeSpan.Zero;
            foreach (byte turn in turns)
            {
                now += TimeSpan.FromSeconds(turn % 5);
                if (turn % 3 == 0 && pending.HasRoom)
                {
                    pending.Add(new SequenceNumber((uint)(added % 7 + 1 + 100 * (added / 7))), added++, now);
                }
                else if (turn % 3 == 1 && pending.TryComplete(new SequenceNumber(turn), out int completed))
                {
                    outcomes.Add(completed);
                }
                else if (pending.TryExpire(now, out int expired))
                {
                    outcomes.Add(expired);
                }
            }

            outcomes.AddRange(pending.Drain());
            return outcomes.Order().SequenceEqual(Enumerable.Range(0, added)) && pending.Count == 0;
        }).QuickCheckThrowOnFailure();
    }
}
