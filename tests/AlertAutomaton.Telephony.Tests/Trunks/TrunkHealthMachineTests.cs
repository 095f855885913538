using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Tests.Trunks;

public sealed class TrunkHealthMachineTests
{
    private readonly TrunkOptions _options = new() { Name = "t", Uri = "sip:127.0.0.1" };

    [Fact]
    public void It_takes_several_failures_in_a_row_to_go_down_and_one_answer_to_come_back()
    {
        var state = TrunkHealthMachine.Start(_options);
        Assert.Equal(TrunkHealth.Unknown, state.Health);
        state = Feed(state, _options, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered, TrunkHealthInput.Answered, TrunkHealthInput.Unanswered);
        Assert.Equal(TrunkHealth.Up, state.Health);
        state = Feed(state, _options, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered);
        Assert.Equal(TrunkHealth.Down, state.Health);
        Assert.NotNull(state.Trouble);
        state = Feed(state, _options, TrunkHealthInput.Answered);
        Assert.Equal(TrunkHealth.Up, state.Health);
        Assert.Null(state.Trouble);
    }

    [Fact]
    public void Coming_back_may_ask_for_several_answers()
    {
        var options = _options with { SuccessesToComeBack = 2 };
        var state = Feed(
            TrunkHealthMachine.Start(options), options, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered, TrunkHealthInput.Answered);
        Assert.Equal(TrunkHealth.Down, state.Health);
        Assert.Equal(TrunkHealth.Up, Feed(state, options, TrunkHealthInput.Answered).Health);
    }

    [Fact]
    public void A_trunk_that_wants_registration_takes_no_call_before_it()
    {
        var options = _options with { Register = true };
        var state = TrunkHealthMachine.Start(options);
        Assert.Equal(TrunkHealth.Unregistered, state.Health);
        Assert.False(TrunkHealthMachine.Allows(state, options, 0, TimeSpan.Zero));
        state = Feed(state, options, TrunkHealthInput.Registered);
        Assert.True(TrunkHealthMachine.Allows(state, options, 0, TimeSpan.Zero));
        Assert.Equal(TrunkHealth.Unregistered, Feed(state, options, TrunkHealthInput.RegistrationLost).Health);
    }

    [Fact]
    public void An_unprobed_trunk_that_is_down_gets_one_trial_call_after_a_growing_wait()
    {
        var options = _options with { ProbeInterval = TimeSpan.Zero };
        var state = Feed(
            TrunkHealthMachine.Start(options), options, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered);
        Assert.False(TrunkHealthMachine.Allows(state, options, 0, TimeSpan.FromSeconds(4.9)));
        Assert.True(TrunkHealthMachine.Allows(state, options, 0, TimeSpan.FromSeconds(5)));
        Assert.False(TrunkHealthMachine.Allows(state, options, 1, TimeSpan.FromSeconds(5)));
        state = TrunkHealthMachine.Next(state, TrunkHealthInput.Unanswered, null, options, TimeSpan.FromSeconds(6));
        Assert.False(TrunkHealthMachine.Allows(state, options, 0, TimeSpan.FromSeconds(15.9)));
        Assert.True(TrunkHealthMachine.Allows(state, options, 0, TimeSpan.FromSeconds(16)));
    }

    [Fact]
    public void A_probed_trunk_that_is_down_gets_no_call()
    {
        var state = Feed(
            TrunkHealthMachine.Start(_options), _options,
            TrunkHealthInput.ProbeAnswered, TrunkHealthInput.ProbeUnanswered, TrunkHealthInput.ProbeUnanswered, TrunkHealthInput.ProbeUnanswered);
        Assert.Equal(TrunkHealth.Down, state.Health);
        Assert.False(TrunkHealthMachine.Allows(state, _options, 0, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_trunk_that_carries_calls_and_never_answers_a_probe_stays_up()
    {
        var state = Feed(TrunkHealthMachine.Start(_options), _options, TrunkHealthInput.Answered);
        for (int probe = 0; probe < 10; probe++)
        {
            state = Feed(state, _options, TrunkHealthInput.ProbeUnanswered);
        }

        Assert.Equal(TrunkHealth.Up, state.Health);
        state = Feed(state, _options, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered, TrunkHealthInput.Unanswered);
        Assert.Equal(TrunkHealth.Down, state.Health);
    }

    [Fact]
    public void A_trunk_that_never_answered_a_probe_gets_a_trial_call_that_can_prove_it_alive()
    {
        var state = Feed(
            TrunkHealthMachine.Start(_options), _options, TrunkHealthInput.ProbeUnanswered, TrunkHealthInput.ProbeUnanswered, TrunkHealthInput.ProbeUnanswered);
        Assert.Equal(TrunkHealth.Down, state.Health);
        Assert.True(TrunkHealthMachine.Allows(state, _options, 0, TimeSpan.FromSeconds(5)));
        Assert.Equal(TrunkHealth.Up, Feed(state, _options, TrunkHealthInput.Answered, TrunkHealthInput.ProbeUnanswered).Health);
    }

    private static TrunkHealthState Feed(TrunkHealthState state, TrunkOptions options, params TrunkHealthInput[] inputs) =>
        inputs.Aggregate(state, (current, input) => TrunkHealthMachine.Next(current, input, null, options, TimeSpan.Zero));
}
