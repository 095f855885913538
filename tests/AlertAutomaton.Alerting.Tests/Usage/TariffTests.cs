using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Usage;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Usage;

public sealed class TariffTests
{
    private static readonly TariffTable Table = new()
    {
        Currency = "EUR",
        PerMail = 0.0005m,
        Destinations =
        [
            new Tariff { Prefix = "+33", PerSegment = 0.049m, PerMinute = 0.012m, StepSeconds = 1 },
            new Tariff { Prefix = "+336", PerSegment = 0.045m, PerMinute = 0.06m, StepSeconds = 60, SetUp = 0.01m },
            new Tariff { Prefix = "+3363998", PerSegment = 0.03m, PerMinute = 0.09m, StepSeconds = 30 },
        ],
    };

    [Theory]
    [InlineData(1, "0.07")]
    [InlineData(60, "0.07")]
    [InlineData(61, "0.13")]
    [InlineData(0, "0.07")]
    public void A_call_by_the_begun_minute_costs_its_set_up_and_every_begun_minute(long seconds, string price) =>
        Assert.Equal(Amount(price), Table.Find("+33612345678")!.OfCall(seconds));

    [Theory]
    [InlineData(1, "0.0002")]
    [InlineData(47, "0.0094")]
    public void A_call_by_the_second_costs_its_seconds(long seconds, string price) =>
        Assert.Equal(Amount(price), Table.Find("+33199001234")!.OfCall(seconds));

    [Theory]
    [InlineData("+33639981234", "+3363998")]
    [InlineData("+33639971234", "+336")]
    [InlineData("+33162000000", "+33")]
    [InlineData("+262692000000", null)]
    [InlineData("+3", null)]
    public void The_longest_prefix_decides(string number, string? prefix) => Assert.Equal(prefix, Table.Find(number)?.Prefix);

    [Fact]
    public void A_plus_alone_is_for_every_number_that_nothing_else_names()
    {
        var table = Table with { Destinations = [.. Table.Destinations, new Tariff { Prefix = "+", PerSegment = 0.2m }] };

        Assert.Equal("+", table.Find("+262692000000")!.Prefix);
        Assert.Equal("+33", table.Find("+33162000000")!.Prefix);
    }

    [Fact]
    public void Groups_cost_what_their_attempts_cost()
    {
        Assert.Equal(3 * 0.09m / 2, Table.Cost(Calls("+3363998", seconds: 12, begun: 5, answered: 3)));
        Assert.Equal(0, Table.Cost(Calls("+44", seconds: 0, begun: 5, answered: 0)));
        Assert.Null(Table.Cost(Calls("+44", seconds: 9, begun: 1, answered: 1)));
        Assert.Equal(7 * 0.045m, Table.Cost(Texts("+3360000", 7)));
        Assert.Null(Table.Cost(Texts("+44", 1)));
        Assert.Equal(0, Table.Cost(Texts("+44", 0)));
        Assert.Equal(0.004m, Table.Cost(new UsageGroup { Channel = ChannelKind.Email, Line = "relay", Begun = 8, Units = 8 }));
    }

    [Fact]
    public void Thousands_of_small_prices_add_up_without_a_rest()
    {
        var groups = Enumerable.Range(0, 10_000).Select(_ => Texts("+3310000", 1)).ToList();

        Assert.Equal(490.000m, groups.Sum(group => Table.Cost(group)));
    }

    [Fact]
    public void A_call_is_never_charged_for_less_than_it_lasted_nor_for_a_step_more()
    {
        var cases = from seconds in Gen.Choose(1, 10_000) from step in Gen.Choose(1, 3600) select (seconds, step);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var charged = new Tariff { Prefix = "+", PerMinute = 60, StepSeconds = one.step }.OfCall(one.seconds);
            return charged >= one.seconds && charged < one.seconds + one.step && charged % one.step == 0;
        }).QuickCheckThrowOnFailure();
    }

    private static UsageGroup Calls(string prefix, int seconds, long begun, long answered) =>
        new() { Channel = ChannelKind.Voice, Line = "operator", Prefix = prefix, Seconds = seconds, Begun = begun, Answered = answered };

    private static UsageGroup Texts(string prefix, long segments) =>
        new() { Channel = ChannelKind.Sms, Line = "sms", Prefix = prefix, Begun = 1, Units = segments };

    private static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
