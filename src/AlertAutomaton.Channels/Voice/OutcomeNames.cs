using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>Names a call's verdict in the words of the engine.</summary>
internal static class OutcomeNames
{
    public static AttemptOutcome For(CallVerdict verdict) => verdict.Outcome switch
    {
        CallOutcome.Acknowledged => AttemptOutcome.Acknowledged,
        CallOutcome.WrongNumber => AttemptOutcome.WrongNumber,
        CallOutcome.Heard => AttemptOutcome.Heard,
        CallOutcome.CutShort => AttemptOutcome.CutShort,
        CallOutcome.Voicemail => AttemptOutcome.Voicemail,
        CallOutcome.Busy => AttemptOutcome.Busy,
        CallOutcome.NoAnswer => AttemptOutcome.NoAnswer,
        CallOutcome.InvalidNumber => AttemptOutcome.InvalidNumber,
        CallOutcome.Refused => AttemptOutcome.Refused,
        CallOutcome.Network => AttemptOutcome.Network,
        CallOutcome.Fax => AttemptOutcome.Fax,

        // A phone that rang did so, whoever ended it: the floor of its number and the counters go by that.
        CallOutcome.Withdrawn => verdict.Rang ? AttemptOutcome.NoAnswer : AttemptOutcome.NotSent,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.Outcome, "A verdict without a name in the engine."),
    };
}
