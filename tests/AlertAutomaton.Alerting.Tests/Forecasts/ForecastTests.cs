using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Tests.Dispatch;

namespace AlertAutomaton.Alerting.Tests.Forecasts;

public sealed class ForecastTests
{
    private static readonly ForecastAssumptions Usual = new() { MessageLength = TimeSpan.FromSeconds(25) };

    [Theory]
    [InlineData(1000, 60)]
    [InlineData(300, 60)]
    [InlineData(1000, 10)]
    public void Three_passes_over_a_town_take_what_was_said_before_within_a_tenth(int households, int lines)
    {
        var town = new Town(order => Answers(order) ? Picks : Phone.NoAnswer, lines);
        var policy = BuiltInPolicies.Information with { QuietHours = null };
        var request = town.Request([.. Enumerable.Range(0, households).Select(i => town.Household(i))], policy, TimeSpan.FromHours(12));
        var forecast = town.Service.Forecast(request, Usual);

        var end = town.Finish(town.Launch(request));

        Assert.InRange(forecast.AllPasses / end.Duration, 0.9, 1.1);
        Assert.InRange((double)forecast.Attempts / end.Totals.Attempts, 0.9, 1.1);
        Assert.InRange((double)forecast.Reached / end.Totals.Confirmed, 0.9, 1.1);
    }

    [Fact]
    public void New_calls_per_second_limit_a_wide_trunk()
    {
        var forecast = Model(new ChannelCapacity(200, 1)).Run(600, 0);

        Assert.Equal(ForecastLimit.StartsPerSecond, forecast.LimitedBy);
        Assert.InRange(forecast.FirstPass.TotalSeconds, 600, 660);
        Assert.Equal(60, forecast.CallsPerMinute, 3);
    }

    [Fact]
    public void Without_a_line_it_says_that_it_would_never_begin() =>
        Assert.Equal(ForecastLimit.NoLine, Model(new ChannelCapacity(0, 1)).Run(600, 0).LimitedBy);

    [Fact]
    public void A_lifetime_that_is_too_short_is_said_so()
    {
        var forecast = Model(new ChannelCapacity(10, double.PositiveInfinity), TimeSpan.FromMinutes(20)).Run(1000, 0);

        Assert.True(forecast.EndsByLifetime);
        Assert.True(forecast.AllPasses <= TimeSpan.FromMinutes(21));
        Assert.InRange(forecast.Attempts, 200, 300);
    }

    [Fact]
    public void The_waits_of_a_policy_are_the_planners_own() =>
        Assert.Equal([5.0, 5.0], PolicyWaits.Of(BuiltInPolicies.Information, 1, TimeSpan.FromHours(2)).Select(wait => wait.TotalMinutes));

    private static Phone Picks { get; } = new(AttemptOutcome.Acknowledged, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40), AcknowledgementOption.Safe);

    private static ForecastModel Model(ChannelCapacity capacity, TimeSpan? lifetime = null) => new()
    {
        Capacity = capacity,
        ClosingTime = TimeSpan.FromSeconds(60),
        OtherTime = TimeSpan.FromSeconds(25),
        Reached = [0.66, 0.17, 0.05],
        Waits = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)],
        Lifetime = lifetime ?? TimeSpan.FromHours(12),
    };

    private static bool Answers(DeliveryOrder order)
    {
        // A spread of the household and the call that keeps the rates: 66 % at first, then 17 %, then 5 %.
        var drawn = ((order.Point.Number.Digits * 37) + ((ulong)order.Number * 61)) % 100;
        return drawn < order.Number switch { 1 => 66UL, 2 => 17UL, _ => 5UL };
    }
}
