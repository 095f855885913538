namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// Whether a trunk is usable. Pure.
/// </summary>
/// <remarks>
/// <code>
///            answered                     unanswered x FailuresToGoDown
///  Unknown ------------> Up ------------------------------------------> Down
///     |                   ^                                              |
///     | unanswered x N    |   answered x SuccessesToComeBack             |
///     +-------------------+----------------------------------------------+
///                             (a trunk that answers no probes gets one trial call after 5, 10, 20, 30 s)
///  Registration is a second, independent condition: Up and unregistered is Unregistered.
/// </code>
/// </remarks>
internal static class TrunkHealthMachine
{
    private static readonly TimeSpan FirstTrial = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(30);

    /// <summary>The state at the start.</summary>
    public static TrunkHealthState Start(TrunkOptions options) =>
        new() { Answering = TrunkHealth.Unknown, Registered = !options.Register, TrialWait = FirstTrial };

    /// <summary>Takes in one event.</summary>
    public static TrunkHealthState Next(TrunkHealthState state, TrunkHealthInput input, string? trouble, TrunkOptions options, TimeSpan now) => input switch
    {
        TrunkHealthInput.Answered => Answered(state with { HeardOtherwise = true }, options),
        TrunkHealthInput.Unanswered => Unanswered(state, trouble, options, now),
        TrunkHealthInput.ProbeAnswered => Answered(state with { ProbesWork = true }, options),
        // Some trunks never answer OPTIONS and carry calls all the same.
        TrunkHealthInput.ProbeUnanswered when !state.ProbesWork && state.HeardOtherwise => state,
        TrunkHealthInput.ProbeUnanswered => Unanswered(state, trouble, options, now),
        TrunkHealthInput.Registered => state with { Registered = true, HeardOtherwise = true, Trouble = state.Answering == TrunkHealth.Down ? state.Trouble : null },
        _ => state with { Registered = !options.Register, Trouble = trouble },
    };

    /// <summary>True while only a trial call can tell whether a trunk that is down has come back.</summary>
    public static bool NeedsTrial(TrunkHealthState state, TrunkOptions options) =>
        state.Health == TrunkHealth.Down && state.Registered && (options.ProbeInterval <= TimeSpan.Zero || !state.ProbesWork);

    /// <summary>True when a call may be sent; a trunk that is down and answers no probes takes one trial call at a time.</summary>
    public static bool Allows(TrunkHealthState state, TrunkOptions options, int inUse, TimeSpan now) => state.Health switch
    {
        TrunkHealth.Unregistered => false,
        TrunkHealth.Down => NeedsTrial(state, options) && inUse == 0 && now >= state.TrialAt,
        _ => true,
    };

    private static TrunkHealthState Answered(TrunkHealthState state, TrunkOptions options)
    {
        int successes = state.Successes + 1;
        if (state.Answering == TrunkHealth.Down && successes < options.SuccessesToComeBack)
        {
            return state with { Successes = successes, Failures = 0 };
        }

        return state with
        {
            Answering = TrunkHealth.Up, Successes = 0, Failures = 0, TrialWait = FirstTrial, Trouble = state.Registered ? null : state.Trouble,
        };
    }

    private static TrunkHealthState Unanswered(TrunkHealthState state, string? trouble, TrunkOptions options, TimeSpan now)
    {
        int failures = state.Failures + 1;
        if (state.Answering == TrunkHealth.Down)
        {
            TimeSpan wait = state.TrialWait * 2 > LongestTrial ? LongestTrial : state.TrialWait * 2;
            return state with { Failures = failures, Successes = 0, TrialAt = now + wait, TrialWait = wait, Trouble = trouble ?? state.Trouble };
        }

        return failures < options.FailuresToGoDown
            ? state with { Failures = failures }
            : state with
            {
                Answering = TrunkHealth.Down, Failures = failures, Successes = 0, Trouble = trouble ?? "it does not answer",
                TrialAt = now + FirstTrial, TrialWait = FirstTrial,
            };
    }
}
