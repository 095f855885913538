using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Channels.Tests.Sms.Gateways;

/// <summary>Places in windows, and the rate at which they are given.</summary>
public sealed class GatewayPoolTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ScriptedGateway _first = new(new GatewayOptions { Name = "first", Priority = 1, Sender = "36000", Window = 2, SegmentsPerSecond = double.PositiveInfinity });
    private readonly ScriptedGateway _second = new(new GatewayOptions { Name = "second", Priority = 2, Sender = "36001", Window = 2, SegmentsPerSecond = double.PositiveInfinity });

    [Fact]
    public void A_window_is_given_once_and_comes_back()
    {
        using var pool = Pool(_second, _first);
        var route = pool.RouteOf(Number("+33639980001"), null);
        Assert.True(pool.TryReserve(route, out var one));
        Assert.True(pool.TryReserve(route, out _));
        Assert.False(pool.TryReserve(route, out _));
        Assert.Equal("first", one.Line);
        Assert.Null(one.CallerId);

        var woken = 0;
        pool.CapacityChanged += () => woken++;
        one.Dispose();
        one.Dispose();
        Assert.False(one.IsHeld);
        Assert.Equal(1, woken);
        Assert.True(pool.TryReserve(route, out _));
        Assert.False(pool.TryReserve(route, out _));
    }

    [Fact]
    public void The_rate_counts_segments_and_wakes_who_waits()
    {
        using var pool = Pool(new ScriptedGateway(new GatewayOptions { Name = "slow", Sender = "1", Window = 100, SegmentsPerSecond = 2 }));
        var route = pool.RouteOf(Number("+33639980001"), null);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(pool.TryReserve(route, out var reservation));
        reservation.Charge(3);
        Assert.False(pool.TryReserve(route, out _));

        var woken = 0;
        pool.CapacityChanged += () => woken++;
        _clock.Advance(TimeSpan.FromMilliseconds(1_400));
        Assert.Equal(0, woken);
        _clock.Advance(TimeSpan.FromMilliseconds(60));
        Assert.Equal(1, woken);
        Assert.True(pool.TryReserve(route, out _));
    }

    [Fact]
    public void Over_a_minute_the_rate_of_the_contract_is_kept_and_used()
    {
        using var pool = Pool(new ScriptedGateway(new GatewayOptions { Name = "ten", Sender = "1", Window = 100, SegmentsPerSecond = 10 }));
        var route = pool.RouteOf(Number("+33639980001"), null);
        var given = 0;
        for (var step = 0; step < 60_000 / 7; step++)
        {
            while (pool.TryReserve(route, out var reservation))
            {
                given++;
                reservation.Dispose();
            }

            _clock.Advance(TimeSpan.FromMilliseconds(7));
        }

        Assert.InRange(given, 595, 602);
    }

    [Fact]
    public void Traffic_moves_when_a_gateway_goes_down_and_whoever_waits_is_woken()
    {
        using var pool = Pool(_first, _second);
        var route = pool.RouteOf(Number("+33639980001"), null);
        var woken = 0;
        pool.CapacityChanged += () => woken++;
        _first.Set(isUp: false);
        Assert.Equal(1, woken);
        Assert.True(pool.TryReserve(route, out var reservation));
        Assert.Equal("second", reservation.Line);
        _second.Set(isUp: false);
        Assert.False(pool.TryReserve(route, out _));
    }

    [Fact]
    public void Traffic_moves_when_receipts_stay_away()
    {
        using var pool = Pool(_first, _second);
        var route = pool.RouteOf(Number("+33639980001"), null);
        for (var text = 0; text < 30; text++)
        {
            pool.Sent("first", pool.Now);
        }

        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("first", Reserved(pool, route));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("second", Reserved(pool, route));
        Assert.True(pool.Snapshots()[0].IsSlow);
        Assert.True(pool.Snapshots()[1].IsInUse);
    }

    [Fact]
    public void A_text_that_just_failed_on_a_gateway_goes_over_another_one()
    {
        using var pool = Pool(_first, _second);
        Assert.Equal("second", Reserved(pool, pool.RouteOf(Number("+33639980001"), "first")));
        _second.Set(isUp: false);
        Assert.Equal("first", Reserved(pool, pool.RouteOf(Number("+33639980001"), "first")));
    }

    [Fact]
    public void A_number_that_no_gateway_serves_has_no_route()
    {
        var abroad = new ScriptedGateway(new GatewayOptions { Name = "be", Sender = "1", Serves = ["+32"] });
        using var pool = Pool(_first, abroad);
        using var onlyAbroad = Pool(abroad);
        Assert.NotEmpty(pool.RouteOf(Number("+33639980001"), null));
        Assert.Empty(onlyAbroad.RouteOf(Number("+33639980001"), null));
        Assert.False(onlyAbroad.TryReserve(string.Empty, out _));
    }

    [Fact]
    public void The_forecast_counts_texts_not_segments()
    {
        using var pool = Pool(new ScriptedGateway(new GatewayOptions { Name = "x", Sender = "1", Window = 7, SegmentsPerSecond = 10 }));
        Assert.Equal((7, 5.0), pool.CapacityOf(pool.RouteOf(Number("+33639980001"), null), 2));
    }

    private static string Reserved(GatewayPool pool, string route)
    {
        Assert.True(pool.TryReserve(route, out var reservation));
        using (reservation)
        {
            return reservation.Line;
        }
    }

    private GatewayPool Pool(params ISmsGateway[] gateways) => new(gateways, new GatewaySwitchOptions(), _clock, NullLogger<GatewayPool>.Instance);
}
