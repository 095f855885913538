using AlertAutomaton.Lab.Phones;

namespace AlertAutomaton.Lab.Tests.Phones;

public sealed class PhoneRulesTests
{
    [Theory]
    [InlineData("+33639980000", PhoneRule.Busy)]
    [InlineData("+33199001201", PhoneRule.NeverAnswers)]
    [InlineData("+33639981229", PhoneRule.RetryAfterOnce)]
    [InlineData("+33639981230", PhoneRule.Presses1)]
    [InlineData("+33639981279", PhoneRule.Presses1)]
    [InlineData("+33639981280", PhoneRule.Silent)]
    [InlineData("+33639981285", PhoneRule.NeverAnswers)]
    [InlineData("+33639981290", PhoneRule.Voicemail)]
    [InlineData("+33639981295", PhoneRule.HangsUp)]
    [InlineData("+33639981299", PhoneRule.Busy)]
    public void The_last_two_digits_choose_the_behaviour(string number, PhoneRule expected) => Assert.Equal(expected, PhoneRules.Of(number));

    [Fact]
    public void Every_two_digits_are_a_known_rule_and_every_rule_has_two_digits()
    {
        var seen = Enumerable.Range(0, 100).Select(suffix => PhoneRules.Of($"+3363998{suffix:D4}")).ToHashSet();
        Assert.Equal([.. Enum.GetValues<PhoneRule>()], seen.Order());
    }

    [Fact]
    public void Every_rule_has_a_plan_that_refuses_rings_out_or_answers()
    {
        foreach (PhoneRule rule in Enum.GetValues<PhoneRule>())
        {
            var plan = PhoneRules.Plan(rule, 2, new PhoneTimes());
            Assert.True(plan.Refuse is not null || plan.NeverAnswers || plan.Acts.Count > 0 || rule == PhoneRule.Silent, rule.ToString());
        }
    }

    [Theory]
    [InlineData(PhoneRule.BusyOnce, 486)]
    [InlineData(PhoneRule.Unavailable503Once, 503)]
    [InlineData(PhoneRule.RetryAfterOnce, 503)]
    public void Once_means_the_first_call_only(PhoneRule rule, int status)
    {
        Assert.Equal(status, PhoneRules.Plan(rule, 1, new PhoneTimes()).Refuse);
        Assert.Contains(PhoneRules.Plan(rule, 2, new PhoneTimes()).Acts, act => act is PhoneAct.Press { Key: '1' });
    }

    [Fact]
    public void A_phone_that_presses_in_band_refuses_telephone_event() =>
        Assert.True(PhoneRules.Plan(PhoneRule.Presses1InBand, 1, new PhoneTimes()).InBandOnly);
}
