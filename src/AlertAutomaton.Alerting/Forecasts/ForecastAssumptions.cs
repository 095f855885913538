using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>What is assumed before an alert has shown anything.</summary>
public sealed record ForecastAssumptions
{
    private static readonly TimeSpan Refusal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MachineGreeting = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan MachineClosing = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan KeyWait = TimeSpan.FromSeconds(5);

    /// <summary>From the answer to the end of the message, greeting included.</summary>
    public required TimeSpan MessageLength { get; init; }

    /// <summary>From the call to the answer. The default and the next two are the usual reading of published figures.</summary>
    public TimeSpan RingBeforeAnswer { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the end of the message to the end of the round: what a silent listener hears of the keys.</summary>
    public TimeSpan MenuLength { get; init; }

    /// <summary>From the end of the message to the key and the read-back.</summary>
    public TimeSpan KeyTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a call that nobody answers holds a line.</summary>
    public TimeSpan RingTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How often the message is said to somebody who presses nothing.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>
    /// The share of households reached by the first, second, third, … call; the last repeats. The default is a county's measured test:
    /// 66 % picked up at first, then 17 % of the rest, then 5 %.
    /// </summary>
    public IReadOnlyList<double> ReachedByAttempt { get; init; } = [0.66, 0.17, 0.05];

    /// <summary>Of those who are reached, the share that listens to the end of all rounds and presses nothing, 0 to 1.</summary>
    public double SilentShare { get; init; }

    /// <summary>Of the calls that reach nobody, the share that a machine takes, 0 to 1; the rest rings out.</summary>
    public double VoicemailShare { get; init; }

    /// <summary>The share of texted households that answer the text, 0 to 1; the default counts on nobody.</summary>
    public double TextsAnswered { get; init; }

    /// <summary>From the text to its answer; who is called before, is called.</summary>
    public TimeSpan TextAnswerTime { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The share of mailed households that answer by the link, 0 to 1; the default counts on nobody.</summary>
    public double MailsAnswered { get; init; }

    /// <summary>From the mail to its answer.</summary>
    public TimeSpan MailAnswerTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How calls go, where more is known than the shares above: the first, second, third, … call to a household; the last repeats. Empty: by the shares above.</summary>
    public IReadOnlyList<IReadOnlyList<AssumedCall>> Calls { get; init; } = [];

    /// <summary>How the n-th call to a household may go.</summary>
    /// <param name="call">Which call it is, from 1.</param>
    /// <returns>At least one way.</returns>
    public IReadOnlyList<AssumedCall> WaysOf(int call)
    {
        if (Calls.Count > 0)
        {
            return Calls[Math.Min(call, Calls.Count) - 1];
        }

        var reached = Math.Clamp(ReachedByAttempt[Math.Min(call, ReachedByAttempt.Count) - 1], 0, 1);
        return
        [
            Way(AttemptOutcome.Acknowledged, reached * (1 - SilentShare)),
            Way(AttemptOutcome.Heard, reached * SilentShare),
            Way(AttemptOutcome.Voicemail, (1 - reached) * VoicemailShare),
            Way(AttemptOutcome.NoAnswer, (1 - reached) * (1 - VoicemailShare)),
        ];
    }

    /// <summary>How long a call of a kind is expected to hold a line.</summary>
    /// <param name="outcome">How it ends.</param>
    /// <returns>From the call to the line's being free again.</returns>
    public TimeSpan TimeOf(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Acknowledged or AttemptOutcome.WrongNumber => RingBeforeAnswer + MessageLength + KeyTime,
        AttemptOutcome.Heard => RingBeforeAnswer + (Rounds * (MessageLength + MenuLength + KeyWait)),
        AttemptOutcome.CutShort => RingBeforeAnswer + (MessageLength / 2),
        AttemptOutcome.Voicemail => RingBeforeAnswer + MachineGreeting + MessageLength + MachineClosing,
        AttemptOutcome.NoAnswer => RingTimeout,
        AttemptOutcome.Fax => RingBeforeAnswer + MachineGreeting,
        _ => Refusal,
    };

    private AssumedCall Way(AttemptOutcome outcome, double share) => new(outcome, share, TimeOf(outcome));
}
