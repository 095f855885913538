using System.Globalization;

namespace AlertAutomaton.Telephony.Verdicts;

/// <summary>
/// The outcome table: facts of a call in, verdict out. Pure.
/// </summary>
/// <remarks>
/// Sources: RFC 3261 §21, RFC 8197 (607), RFC 8688 (608), RFC 3398 §7.2.4.1 and §8.2.6.1 (Q.850 against SIP), Q.850.
/// A final status that names the callee's own answer (486, 600, 603, 404 and their like) is believed. Statuses that gateways use for
/// everything (403, 480, 500, 502, 503, 504, 487) are refined by the Q.850 cause when one came with them.
/// </remarks>
public static class CallVerdictTable
{
    /// <summary>The longest Retry-After that is kept; a longer one counts as this.</summary>
    public static readonly TimeSpan RetryAfterCap = TimeSpan.FromSeconds(60);

    private const int LongestPhrase = 60;

    /// <summary>Judges a finished call.</summary>
    public static CallVerdict Judge(CallFacts facts)
    {
        if (facts.Key is { } key)
        {
            if (key == facts.WrongNumberKey)
            {
                return Make(facts, CallOutcome.WrongNumber, FaultSide.Callee, $"key {key}");
            }

            if (facts.AnswerKeys.Contains(key, StringComparison.Ordinal))
            {
                return Make(facts, CallOutcome.Acknowledged, FaultSide.Callee, $"key {key}");
            }
        }

        if (facts.FaxSeen)
        {
            return Make(facts, CallOutcome.Fax, FaultSide.Callee, "fax");
        }

        return facts.Answered ? JudgeAnswered(facts) : JudgeUnanswered(facts);
    }

    private static CallVerdict JudgeAnswered(CallFacts facts)
    {
        if (facts.MachineJudged)
        {
            return Make(facts, CallOutcome.Voicemail, FaultSide.Callee, "answering machine");
        }

        if (facts.PlayedToEnd)
        {
            return Make(facts, CallOutcome.Heard, FaultSide.Callee, "message played to its end, no key");
        }

        return facts.End switch
        {
            CallEndCause.RemoteHangUp => Make(facts, CallOutcome.CutShort, FaultSide.Callee, "hung up before the end"),
            CallEndCause.ProtocolError => Make(facts, CallOutcome.Network, FaultSide.Network, facts.LocalDetail ?? "no common codec"),
            CallEndCause.Unreachable or CallEndCause.DialogLost =>
                Make(facts, CallOutcome.CutShort, FaultSide.Network, facts.LocalDetail ?? "connection lost during the call"),
            _ => Make(facts, CallOutcome.CutShort, FaultSide.Ours, facts.LocalDetail ?? "ended by us before the end"),
        };
    }

    private static CallVerdict JudgeUnanswered(CallFacts facts) => facts.End switch
    {
        CallEndCause.Rejected => JudgeRejected(facts),
        CallEndCause.RingTimeOver => Make(facts, CallOutcome.NoAnswer, FaultSide.Callee, facts.LocalDetail ?? "no answer within the ring time"),
        CallEndCause.Withdrawn => Make(facts, CallOutcome.Withdrawn, FaultSide.Ours, facts.LocalDetail ?? "withdrawn"),
        CallEndCause.RemoteHangUp => Make(facts, CallOutcome.NoAnswer, FaultSide.Callee, "hung up while ringing"),
        CallEndCause.NotStarted => Make(facts, CallOutcome.Network, FaultSide.Ours, facts.LocalDetail ?? "could not be started"),
        CallEndCause.ProtocolError => Make(facts, CallOutcome.Network, FaultSide.Network, facts.LocalDetail ?? "protocol error"),
        // RFC 3261 §17.1.1.2, timer B: silence before any response is the trunk's; silence after ringing is a phone that nobody took.
        CallEndCause.Unreachable when facts.ProvisionalSeen => Make(facts, CallOutcome.NoAnswer, FaultSide.Callee, "no final answer"),
        _ => Make(facts, CallOutcome.Network, FaultSide.Network, facts.LocalDetail ?? "trunk not reached"),
    };

    private static CallVerdict JudgeRejected(CallFacts facts)
    {
        int status = facts.StatusCode ?? 0;
        string line = StatusLine(facts);
        if (facts.TrunkFull && status is 403 or 480 or 486 or 503)
        {
            return Make(facts, CallOutcome.Network, FaultSide.Network, $"{line} (trunk full)");
        }

        CallOutcome outcome = status switch
        {
            486 or 600 => CallOutcome.Busy,
            404 or 410 or 484 or 485 or 604 => CallOutcome.InvalidNumber,
            603 or 607 or 608 or 433 => CallOutcome.Refused,
            _ => FromCause(facts.Q850Cause) ?? FromGenericStatus(status, facts.ProvisionalSeen),
        };
        return Make(facts, outcome, outcome == CallOutcome.Network ? FaultSide.Network : FaultSide.Callee, line);
    }

    private static CallOutcome? FromCause(int? cause) => cause switch
    {
        1 or 22 or 28 => CallOutcome.InvalidNumber,
        17 => CallOutcome.Busy,
        18 or 19 or 20 or 27 => CallOutcome.NoAnswer,
        21 => CallOutcome.Refused,
        34 or 38 or 41 or 42 or 44 or 47 => CallOutcome.Network,
        _ => null,
    };

    private static CallOutcome FromGenericStatus(int status, bool provisionalSeen) => status switch
    {
        480 or 487 => CallOutcome.NoAnswer,
        408 => provisionalSeen ? CallOutcome.NoAnswer : CallOutcome.Network,
        403 => CallOutcome.Refused,
        // A redirection that the trunk's own domain and the number policy do not cover is not followed (RFC 3261 §8.1.3.4).
        >= 300 and < 400 => CallOutcome.Refused,
        // 606 and 488 speak of the session offered, not of the person called.
        606 => CallOutcome.Network,
        >= 600 => CallOutcome.Refused,
        _ => CallOutcome.Network,
    };

    private static CallVerdict Make(CallFacts facts, CallOutcome outcome, FaultSide cause, string detail) => new()
    {
        Outcome = outcome,
        Detail = detail,
        Cause = cause,
        ChargedToRecipient = outcome is not (CallOutcome.Network or CallOutcome.Withdrawn),
        NextTrunk = outcome == CallOutcome.Network && cause == FaultSide.Network,
        Rang = facts.ProvisionalSeen || facts.Answered,
        RetryAfter = Cap(facts.RetryAfter),
        StatusCode = facts.StatusCode,
        Q850Cause = facts.Q850Cause,
    };

    private static TimeSpan? Cap(TimeSpan? asked) =>
        asked is not { } value || value <= TimeSpan.Zero ? null : value > RetryAfterCap ? RetryAfterCap : value;

    private static string StatusLine(CallFacts facts)
    {
        string phrase = facts.ReasonPhrase ?? string.Empty;
        phrase = phrase.Length > LongestPhrase ? phrase[..LongestPhrase] : phrase;
        string line = string.Create(CultureInfo.InvariantCulture, $"{facts.StatusCode ?? 0} {phrase}").TrimEnd();
        return facts.Q850Cause is { } cause ? string.Create(CultureInfo.InvariantCulture, $"{line} (Q.850 {cause})") : line;
    }
}
