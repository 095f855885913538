using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Tests.Delivery;

public sealed class RetryRulesTests
{
    [Fact]
    public void Every_outcome_has_a_rule_of_its_own_making()
    {
        foreach (var outcome in Enum.GetValues<AttemptOutcome>().Where(o => o != AttemptOutcome.Open))
        {
            Assert.NotEqual(default, RetryRules.For(outcome));
            Assert.NotEqual(RetryAction.Wait, RetryRules.For(outcome).Action);
        }
    }

    [Fact]
    public void Only_the_networks_failures_move_to_another_line()
    {
        var moving = Enum.GetValues<AttemptOutcome>().Where(o => RetryRules.For(o).Action == RetryAction.OtherLine);

        Assert.Equal([AttemptOutcome.Network], moving);
    }

    [Fact]
    public void A_machine_never_counts_as_reached()
    {
        Assert.Equal(RecipientScore.VoicemailOnly, RetryRules.For(AttemptOutcome.Voicemail).Score);
        Assert.True(RecipientScore.VoicemailOnly < RecipientScore.ProbablyHeard);
    }

    [Fact]
    public void What_is_no_fault_of_the_household_is_not_charged_to_it()
    {
        var free = Enum.GetValues<AttemptOutcome>().Where(o => !RetryRules.For(o).Charged);

        Assert.Equal([AttemptOutcome.Network, AttemptOutcome.Interrupted, AttemptOutcome.NotSent], free);
    }
}
