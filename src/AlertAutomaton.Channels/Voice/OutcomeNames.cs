using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>Names a call's verdict in the words of the engine.</summary>
internal static class OutcomeNames
{
    public static AttemptOutcome For(CallOutcome outcome) => outcome switch
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
        CallOutcome.Withdrawn => AttemptOutcome.NotSent,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A verdict without a name in the engine."),
    };
}
