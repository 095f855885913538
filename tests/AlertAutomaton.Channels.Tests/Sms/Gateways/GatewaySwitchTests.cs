using AlertAutomaton.Channels.Sms.Gateways;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Channels.Tests.Sms.Gateways;

/// <summary>When traffic moves from one gateway to another.</summary>
public sealed class GatewaySwitchTests
{
    private static readonly GatewaySwitchOptions Options = new();

    [Fact]
    public void Traffic_begins_at_the_first_gateway_that_is_up()
    {
        Assert.Equal(0, Run((0, [Well(1), Well(2)])).Current);
        Assert.Equal(1, Run((0, [Down(1), Well(2)])).Current);
        Assert.Equal(0, Run((0, [Down(1), Down(2)])).Current);
    }

    [Fact]
    public void Traffic_leaves_a_gateway_that_is_down_at_once() => Assert.Equal(1, Run((0, [Well(1), Well(2)]), (1, [Down(1), Well(2)])).Current);

    [Fact]
    public void Traffic_leaves_a_gateway_that_is_down_even_right_after_a_move() =>
        Assert.Equal(0, Run((0, [Well(1), Well(2)]), (1, [Down(1), Well(2)]), (2, [Well(1), Down(2)])).Current);

    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    [InlineData(100, 1)]
    public void Traffic_leaves_a_gateway_where_fifteen_texts_in_a_hundred_are_slow(int slow, int gateway) =>
        Assert.Equal(gateway, Run((0, [Well(1), Well(2)]), (60, [Slow(1, slow), Well(2)])).Current);

    [Fact]
    public void A_handful_of_texts_says_nothing() =>
        Assert.Equal(0, Run((0, [Well(1), Well(2)]), (60, [new GatewayReading(1, IsUp: true, 19, 19), Well(2)])).Current);

    [Fact]
    public void Traffic_stays_when_all_are_slow() => Assert.Equal(0, Run((0, [Well(1), Well(2)]), (60, [Slow(1, 50), Slow(2, 20)])).Current);

    [Fact]
    public void Traffic_goes_from_a_slow_gateway_to_none_that_is_down() => Assert.Equal(0, Run((0, [Well(1), Well(2)]), (60, [Slow(1, 50), Down(2)])).Current);

    [Fact]
    public void Traffic_does_not_move_twice_within_five_minutes()
    {
        var moved = ((double, GatewayReading[])[])[(0, [Well(1), Well(2)]), (60, [Slow(1, 50), Well(2)])];
        Assert.Equal(1, Run([.. moved, (60 + 299, [Well(1), Slow(2, 50)])]).Current);
        Assert.Equal(0, Run([.. moved, (60 + 300, [Well(1), Slow(2, 50)])]).Current);
    }

    [Fact]
    public void Traffic_comes_back_to_a_better_gateway_that_has_been_well_for_five_minutes()
    {
        var moved = ((double, GatewayReading[])[])[(0, [Well(1), Well(2)]), (1, [Down(1), Well(2)]), (400, [Well(1), Well(2)])];
        Assert.Equal(1, Run([.. moved, (699, [Well(1), Well(2)])]).Current);
        Assert.Equal(0, Run([.. moved, (700, [Well(1), Well(2)])]).Current);
    }

    [Fact]
    public void A_gateway_that_falters_while_it_recovers_waits_again()
    {
        var state = Run((0, [Well(1), Well(2)]), (1, [Down(1), Well(2)]), (400, [Well(1), Well(2)]), (500, [Down(1), Well(2)]), (501, [Well(1), Well(2)]), (800, [Well(1), Well(2)]));
        Assert.Equal(1, state.Current);
    }

    [Fact]
    public void A_slow_gateway_is_well_again_only_under_ten_in_a_hundred()
    {
        var moved = ((double, GatewayReading[])[])[(0, [Well(1), Well(2)]), (60, [Slow(1, 50), Well(2)]), (400, [Slow(1, 12), Well(2)])];
        Assert.Equal(1, Run([.. moved, (800, [Slow(1, 12), Well(2)])]).Current);
        Assert.Equal(0, Run([.. moved, (800, [Slow(1, 9), Well(2)]), (1100, [Slow(1, 9), Well(2)])]).Current);
    }

    [Fact]
    public void Equals_do_not_take_traffic_from_each_other() =>
        Assert.Equal(1, Run((0, [Well(1), Well(1)]), (1, [Down(1), Well(1)]), (5000, [Well(1), Well(1)])).Current);

    [Fact]
    public void Whatever_happens_traffic_goes_where_it_can_and_never_flickers()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            var state = GatewaySwitchState.Initial;
            var now = TimeSpan.Zero;
            TimeSpan? lastMove = null;
            for (var i = 0; i + 3 < steps.Length; i += 4)
            {
                now += TimeSpan.FromSeconds(steps[i] * 3);
                GatewayReading[] readings = [.. Enumerable.Range(1, 3).Select(place => new GatewayReading(place, steps[i + place] % 4 != 0, 100, steps[i + place] % 30))];
                var before = state;
                state = GatewaySwitch.Next(state, readings, now, Options);

                Assert.True(readings[state.Current].IsUp || readings.All(reading => !reading.IsUp));
                if (before.Current >= 0 && state.Current != before.Current)
                {
                    var fled = !readings[before.Current].IsUp;
                    Assert.True(fled || lastMove is not { } move || now - move >= TimeSpan.FromMinutes(5), "moved twice within five minutes from a gateway that was up");
                    Assert.True(fled || !state.Gateways[state.Current].IsSlow, "moved to a slow gateway without need");
                    lastMove = now;
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    private static GatewayReading Well(int priority) => new(priority, IsUp: true, 100, 0);

    private static GatewayReading Down(int priority) => new(priority, IsUp: false, 0, 0);

    private static GatewayReading Slow(int priority, int slow) => new(priority, IsUp: true, 100, slow);

    private static GatewaySwitchState Run(params ReadOnlySpan<(double At, GatewayReading[] Readings)> story)
    {
        var state = GatewaySwitchState.Initial;
        foreach (var (at, readings) in story)
        {
            state = GatewaySwitch.Next(state, readings, TimeSpan.FromSeconds(at), Options);
        }

        return state;
    }
}
