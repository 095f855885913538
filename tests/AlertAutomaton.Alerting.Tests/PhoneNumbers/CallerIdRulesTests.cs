using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Tests.PhoneNumbers;

public sealed class CallerIdRulesTests
{
    [Theory]
    [InlineData("+33162000000", CallerIdVerdict.Allowed)]
    [InlineData("0949000000", CallerIdVerdict.Allowed)]
    [InlineData("+33801234567", CallerIdVerdict.Allowed)]
    [InlineData("3008", CallerIdVerdict.Allowed)]
    [InlineData("3200", CallerIdVerdict.ShortNumberNotAllowed)]
    [InlineData("+33899001234", CallerIdVerdict.Premium)]
    [InlineData("0639980001", CallerIdVerdict.Mobile)]
    [InlineData("0199001234", CallerIdVerdict.Ordinary)]
    [InlineData("+3225551234", CallerIdVerdict.Foreign)]
    [InlineData("mairie", CallerIdVerdict.NotANumber)]
    public void France_lets_an_automaton_show_only_some_numbers(string callerId, CallerIdVerdict expected) =>
        Assert.Equal(expected, CallerIdRules.Judge(callerId, "FR"));

    [Fact]
    public void Other_countries_are_not_judged() => Assert.Equal(CallerIdVerdict.NotJudged, CallerIdRules.Judge("+3225551234", "BE"));

    [Fact]
    public void A_denied_prefix_wins_over_an_allowed_one_and_premium_is_refused()
    {
        var policy = new NumberPolicy(new NumberPolicyOptions { AllowPrefixes = ["+33"], DenyPrefixes = ["+331990"] });

        Assert.Equal(NumberVerdict.Denied, policy.Decide(Number("+33199000001")));
        Assert.Equal(NumberVerdict.Allowed, policy.Decide(Number("+33639980001")));
        Assert.Equal(NumberVerdict.NotAllowed, policy.Decide(Number("+12125550100")));
        Assert.Equal(NumberVerdict.Premium, policy.Decide(Number("+33899001234")));
    }

    private static E164Number Number(string text) => E164Number.TryParse(text, out var number) ? number : default;
}
