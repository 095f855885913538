using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Tests.Dispatch;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Alerting.Tests.Usage;

public sealed class UsageMonthTests
{
    private static readonly TariffTable Prices = new()
    {
        Currency = "CHF",
        PerMail = 0.01m,
        Destinations = [new Tariff { Prefix = "+33", PerSegment = 0.05m, PerMinute = 0.60m, StepSeconds = 10 }],
    };

    private static readonly UsageGroup[] Groups =
    [
        new() { Channel = ChannelKind.Email, Line = "relay", Begun = 4, Units = 3 },
        new() { Channel = ChannelKind.Sms, Line = "sms", Prefix = "+33", Begun = 10, Units = 21 },
        new() { Channel = ChannelKind.Sms, Line = "sms", Prefix = "+44", Begun = 1, Units = 2 },
        new() { Channel = ChannelKind.Voice, Line = "b", Prefix = "+33", Seconds = 11, Begun = 2, Answered = 2 },
        new() { Channel = ChannelKind.Voice, Line = "a", Prefix = "+33", Seconds = 0, Begun = 5, Answered = 0 },
        new() { Channel = ChannelKind.Voice, Line = "a", Prefix = "+33", Seconds = 31, Begun = 1, Answered = 1 },
    ];

    [Fact]
    public void A_month_counts_each_line_and_all_of_them()
    {
        var month = UsageMonth.Of(Town.Organisation, new CalendarMonth(2026, 11), Groups, Prices);

        Assert.Equal([(ChannelKind.Voice, "a"), (ChannelKind.Voice, "b"), (ChannelKind.Sms, "sms"), (ChannelKind.Email, "relay")], month.Lines.Select(line => (line.Channel, line.Line)));
        Assert.Equal(new UsageFigures { CallsBegun = 6, CallsAnswered = 1, CallSeconds = 31, Amount = 0.40m }, month.Lines[0].Figures);
        Assert.Equal(new UsageFigures { CallsBegun = 2, CallsAnswered = 2, CallSeconds = 22, Amount = 0.40m }, month.Lines[1].Figures);
        Assert.Equal(new UsageFigures { Texts = 11, Segments = 23, Amount = 1.05m, Unpriced = 2 }, month.Lines[2].Figures);
        Assert.Equal(new UsageFigures { Mails = 3, Amount = 0.03m }, month.Lines[3].Figures);
        Assert.Equal(
            new UsageFigures { Texts = 11, Segments = 23, CallsBegun = 8, CallsAnswered = 3, CallSeconds = 53, Mails = 3, Amount = 1.88m, Unpriced = 2 }, month.Total);
        Assert.Equal(("CHF", true), (month.Currency, month.HasPrices));
    }

    [Fact]
    public void Without_prices_everything_is_counted_and_nothing_costs()
    {
        var month = UsageMonth.Of(Town.Organisation, new CalendarMonth(2026, 11), Groups, TariffTable.Empty);

        Assert.False(month.HasPrices);
        Assert.Equal((0m, 23L, 53L), (month.Total.Amount, month.Total.Segments, month.Total.CallSeconds));
    }
}
