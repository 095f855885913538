using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Telephony.Tests.Trunks;

public sealed class TrunkLinesTests
{
    private const string Paris = "+33199001234";
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_number_that_no_trunk_serves_has_no_route()
    {
        using var lines = Lines(Trunk("a") with { Prefixes = ["+33"] });
        Assert.Equal(string.Empty, lines.RouteOf("+3212345678"));
        Assert.False(lines.TryReserve(string.Empty, out _));
        Assert.NotEqual(string.Empty, lines.RouteOf(Paris));
    }

    [Fact]
    public void The_preferred_trunk_is_filled_before_the_next_and_both_are_used()
    {
        using var lines = Lines(Trunk("second") with { Priority = 2, Channels = 1 }, Trunk("first") with { Priority = 1, Channels = 2 });
        string route = lines.RouteOf(Paris);
        Assert.Equal(["first", "first", "second"], Reserve(lines, route, 3).Select(line => line.Trunk));
        Assert.False(lines.TryReserve(route, out _));
        Assert.Equal(3, lines.InUse);
    }

    [Fact]
    public void A_line_that_comes_free_is_told_at_once_and_can_be_taken_again()
    {
        using var lines = Lines(Trunk("a") with { Channels = 1 });
        string route = lines.RouteOf(Paris);
        var line = Reserve(lines, route, 1).Single();
        int told = 0;
        lines.CapacityChanged += () => told++;
        line.Dispose();
        line.Dispose();
        Assert.Equal(1, told);
        Assert.Equal(0, lines.InUse);
        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.True(lines.TryReserve(route, out _));
    }

    [Fact]
    public void The_next_call_is_told_when_it_is_due()
    {
        using var lines = Lines(Trunk("a") with { CallsPerSecond = 2, Channels = 100 });
        string route = lines.RouteOf(Paris);
        int placed = 0;
        void Fill()
        {
            while (lines.TryReserve(route, out _))
            {
                placed++;
            }
        }

        lines.CapacityChanged += Fill;
        Fill();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.InRange(placed, 20, 22);
    }

    [Fact]
    public void Every_channel_stays_busy_while_there_is_work()
    {
        const int Channels = 60;
        using var lines = Lines(Trunk("a") with { Channels = Channels, CallsPerSecond = 30 });
        string route = lines.RouteOf(Paris);
        var timers = new List<ITimer>();
        bool filling = false;
        void Fill()
        {
            if (filling)
            {
                return;
            }

            filling = true;
            while (lines.TryReserve(route, out TrunkLine? line))
            {
                timers.Add(_time.CreateTimer(taken => ((TrunkLine)taken!).Dispose(), line, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan));
            }

            filling = false;
        }

        lines.CapacityChanged += Fill;
        Fill();
        _time.Advance(TimeSpan.FromSeconds(5));
        double busy = 0;
        const int Samples = 1000;
        for (int sample = 0; sample < Samples; sample++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            busy += lines.InUse;
        }

        Assert.True(busy / Samples / Channels >= 0.97, $"{busy / Samples} of {Channels} channels busy");
    }

    [Fact]
    public void Reserved_channels_are_left_to_calls_that_come_in()
    {
        using var lines = Lines(Trunk("a") with { Channels = 3, ReservedChannels = 1 });
        string route = lines.RouteOf(Paris);
        Assert.Equal(2, Reserve(lines, route, 3).Count);
        Assert.True(lines.TryTakeIncoming("a", out _));
        Assert.False(lines.TryTakeIncoming("a", out _));
    }

    [Fact]
    public void Callers_on_the_reserved_channels_take_none_from_calls_that_go_out()
    {
        using var lines = Lines(Trunk("a") with { Channels = 4, ReservedChannels = 2 });
        string route = lines.RouteOf(Paris);
        Assert.True(lines.TryTakeIncoming("a", out TrunkLine? first));
        Assert.True(lines.TryTakeIncoming("a", out _));
        Assert.Equal(2, Reserve(lines, route, 3).Count);

        // A caller who has gone leaves a reserved channel, and nothing more to call out with.
        first.Take();
        first.CallEnded();
        Assert.Empty(Reserve(lines, route, 1));
        Assert.True(lines.TryTakeIncoming("a", out _));
    }

    [Fact]
    public void Callers_beyond_the_reserved_channels_leave_fewer_to_call_out_with()
    {
        using var lines = Lines(Trunk("a") with { Channels = 4, ReservedChannels = 2 });
        Assert.All(Enumerable.Range(0, 3), _ => Assert.True(lines.TryTakeIncoming("a", out TrunkLine? _)));
        Assert.Single(Reserve(lines, lines.RouteOf(Paris), 3));
        Assert.False(lines.TryTakeIncoming("a", out _));
    }

    [Fact]
    public void The_caller_id_seen_before_is_shown_again()
    {
        using var lines = Lines(
            Trunk("a") with { CallerId = "+33162000001", Channels = 1 },
            Trunk("b") with { CallerId = "+33162000002", AlsoPresents = ["+33162000001"], Priority = 2 },
            Trunk("c") with { CallerId = "+33162000003", Priority = 3 });
        string route = lines.RouteOf(Paris, "+33162000001");
        var taken = Reserve(lines, route, 2);
        Assert.Equal(["a", "b"], taken.Select(line => line.Trunk));
        Assert.All(taken, line => Assert.Equal("+33162000001", line.CallerId));
    }

    [Fact]
    public void A_caller_id_that_no_trunk_shows_any_more_does_not_leave_people_unwarned()
    {
        using var lines = Lines(Trunk("a"));
        Assert.True(lines.TryReserve(lines.RouteOf(Paris, "+33999999999"), out TrunkLine? line));
        Assert.Equal("+33162000000", line.CallerId);
    }

    [Fact]
    public void The_trunk_that_failed_is_avoided_unless_it_is_the_only_one()
    {
        using var lines = Lines(Trunk("a"), Trunk("b") with { Priority = 2 });
        Assert.True(lines.TryReserve(lines.RouteOf(Paris, null, "a"), out TrunkLine? line));
        Assert.Equal("b", line.Trunk);
        using var alone = Lines(Trunk("a"));
        Assert.True(alone.TryReserve(alone.RouteOf(Paris, null, "a"), out _));
    }

    [Fact]
    public void A_trunk_with_another_caller_id_is_used_only_while_the_usual_ones_are_down()
    {
        using var lines = Lines(Trunk("a") with { Channels = 1 }, Trunk("b") with { CallerId = "+33162000002", Priority = 2 });
        string route = lines.RouteOf(Paris, "+33162000000");
        Reserve(lines, route, 1);
        Assert.False(lines.TryReserve(route, out _));
        for (int failure = 0; failure < 3; failure++)
        {
            lines.Observe("a", TrunkHealthInput.Unanswered, "gone");
        }

        Assert.True(lines.TryReserve(route, out TrunkLine? line));
        Assert.Equal("b", line.Trunk);
    }

    [Fact]
    public void A_trunk_that_comes_back_is_told_at_once()
    {
        using var lines = Lines(Trunk("a"));
        string route = lines.RouteOf(Paris);
        for (int failure = 0; failure < 3; failure++)
        {
            lines.Observe("a", TrunkHealthInput.Unanswered, "gone");
        }

        Assert.False(lines.TryReserve(route, out _));
        Assert.Equal(0, lines.Channels);
        int told = 0;
        lines.CapacityChanged += () => told++;
        lines.Observe("a", TrunkHealthInput.Answered, null);
        Assert.Equal(1, told);
        Assert.True(lines.TryReserve(route, out _));
    }

    [Fact]
    public void A_storm_of_503_slows_the_trunk_and_calls_that_ring_bring_the_pace_back()
    {
        using var lines = Lines(Trunk("a") with { CallsPerSecond = 10, Channels = 100 });
        string route = lines.RouteOf(Paris);
        for (int call = 0; call < 4; call++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.True(lines.TryReserve(route, out TrunkLine? line));
            lines.Report(line, CallEvidence.Overloaded, null, "503");
        }

        Assert.True(lines.CallsPerSecond < 5);
        for (int call = 0; call < 20; call++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.True(lines.TryReserve(route, out TrunkLine? line));
            lines.Report(line, CallEvidence.Accepted, null, null);
        }

        Assert.Equal(10, lines.CallsPerSecond);
    }

    [Fact]
    public void A_stall_of_the_journal_does_not_bunch_the_invites()
    {
        using var lines = Lines(Trunk("a") with { CallsPerSecond = 10, Channels = 100 });
        string route = lines.RouteOf(Paris);
        var reserved = new List<TrunkLine>();
        for (int call = 0; call < 20; call++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            reserved.AddRange(Reserve(lines, route, 1));
        }

        Assert.Equal(20, reserved.Count);
        var waits = reserved.ConvertAll(lines.BookWire);
        Assert.Equal(TimeSpan.Zero, waits[0]);
        Assert.True(waits[19] >= TimeSpan.FromSeconds(1), $"the last INVITE waits {waits[19]}");
    }

    [Fact]
    public void The_capacity_of_a_route_is_that_of_the_trunks_that_serve_it()
    {
        using var lines = Lines(
            Trunk("a") with { Channels = 10, ReservedChannels = 2, CallsPerSecond = 3 }, Trunk("b") with { Channels = 5, CallsPerSecond = 1, Prefixes = ["+32"] });
        Assert.Equal((8, 3d), lines.CapacityOf(lines.RouteOf(Paris)));
        Assert.Equal((13, 4d), lines.CapacityOf(lines.RouteOf("+3212345678")));
        Assert.Equal((0, 0d), lines.CapacityOf(string.Empty));
    }

    [Fact]
    public void A_route_written_down_by_an_earlier_process_still_leads_somewhere()
    {
        string route;
        using (var before = Lines(Trunk("a"), Trunk("gone") with { Priority = 2 }))
        {
            route = before.RouteOf(Paris);
        }

        using var after = Lines(Trunk("a"));
        Assert.True(after.TryReserve(route, out TrunkLine? line));
        Assert.Equal("a", line.Trunk);
    }

    private static TrunkOptions Trunk(string name) =>
        new() { Name = name, Uri = "sip:127.0.0.1", CallerId = "+33162000000", Channels = 10, CallsPerSecond = 1000 };

    private TrunkLines Lines(params TrunkOptions[] trunks) => new(trunks, _time, NullLogger.Instance);

    private List<TrunkLine> Reserve(TrunkLines lines, string route, int count)
    {
        var taken = new List<TrunkLine>();
        for (int call = 0; call < count; call++)
        {
            if (lines.TryReserve(route, out TrunkLine? line))
            {
                taken.Add(line);
            }

            _time.Advance(TimeSpan.FromMilliseconds(2));
        }

        return taken;
    }
}
