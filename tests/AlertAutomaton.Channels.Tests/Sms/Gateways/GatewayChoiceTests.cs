using AlertAutomaton.Channels.Sms.Gateways;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Channels.Tests.Sms.Gateways;

/// <summary>Which gateway carries one text.</summary>
public sealed class GatewayChoiceTests
{
    private const ulong All = ulong.MaxValue;

    [Fact]
    public void The_gateway_in_use_carries_it() => Assert.Equal(1, Choose(current: 1, All, avoid: -1, true, true));

    [Fact]
    public void Another_one_carries_it_where_the_gateway_in_use_does_not_serve_the_number() => Assert.Equal(0, Choose(current: 1, 0b01, avoid: -1, true, true));

    [Fact]
    public void The_one_that_just_failed_is_left_out_where_another_is_up() => Assert.Equal(0, Choose(current: 1, All, avoid: 1, true, true));

    [Fact]
    public void The_one_that_just_failed_is_better_than_none() => Assert.Equal(1, Choose(current: 1, All, avoid: 1, false, true));

    [Fact]
    public void None_carries_it_when_all_that_serve_it_are_down() => Assert.Equal(-1, Choose(current: 0, 0b10, avoid: -1, true, false));

    [Fact]
    public void It_never_goes_to_a_gateway_that_is_down_or_does_not_serve()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<bool[]>(), ArbMap.Default.ArbFor<ulong>(), ArbMap.Default.ArbFor<byte>(), (ups, serving, seed) =>
        {
            var up = ups.Length > 60 ? ups[..60] : ups;
            var choice = Choose(up.Length == 0 ? 0 : seed % up.Length, serving, (seed / 7 % (up.Length + 1)) - 1, up);
            var possible = Enumerable.Range(0, up.Length).Where(place => up[place] && (serving >> place & 1) != 0).ToList();
            return possible.Count == 0 ? choice == -1 : possible.Contains(choice);
        }).QuickCheckThrowOnFailure();
    }

    private static int Choose(int current, ulong serving, int avoid, params bool[] up)
    {
        GatewayReading[] readings = [.. up.Select((isUp, place) => new GatewayReading(place, isUp, 0, 0))];
        var state = new GatewaySwitchState(current, null, [.. up.Select(isUp => new GatewayWellness(false, isUp ? TimeSpan.Zero : null))]);
        return GatewayChoice.For(state, readings, serving, avoid);
    }
}
