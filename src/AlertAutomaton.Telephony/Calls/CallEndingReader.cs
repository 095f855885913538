using System.Globalization;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>Translates the end of a SIP call into our words and into evidence about the trunk. Pure.</summary>
internal static class CallEndingReader
{
    /// <summary>The ending in our words.</summary>
    public static CallEnding Read(SipCallEnd end, TimeSpan talked, string? localDetail) => new()
    {
        Cause = end.Kind switch
        {
            SipCallEndKind.Rejected => CallEndCause.Rejected,
            SipCallEndKind.NoAnswer => CallEndCause.RingTimeOver,
            SipCallEndKind.Cancelled => CallEndCause.Withdrawn,
            SipCallEndKind.RemoteHangUp => CallEndCause.RemoteHangUp,
            SipCallEndKind.LocalHangUp => CallEndCause.LocalHangUp,
            SipCallEndKind.TransportFailure or SipCallEndKind.Timeout => CallEndCause.Unreachable,
            SipCallEndKind.SessionExpired => CallEndCause.DialogLost,
            _ => CallEndCause.ProtocolError,
        },
        StatusCode = end.StatusCode ?? end.FinalResponse?.StatusCode,
        ReasonPhrase = end.FinalResponse?.ReasonPhrase,
        Q850Cause = Q850(end),
        RetryAfter = end.RetryAfter,
        Rang = end.ProvisionalSeen,
        TrunkAnswered = end.AnyResponseSeen || end.FinalResponse is not null,
        Detail = localDetail ?? end.Detail,
        Talked = talked,
    };

    /// <summary>What the end of a call that was not answered, and never rang, tells about its trunk.</summary>
    public static CallEvidence Evidence(CallEnding ending) => ending.Cause switch
    {
        // A trunk that says 100 and nothing more lives, and has too much to do.
        CallEndCause.Unreachable when ending.TrunkAnswered => CallEvidence.Overloaded,
        CallEndCause.Unreachable => CallEvidence.Unreachable,
        CallEndCause.Rejected => RefusalEvidence(ending),
        _ => CallEvidence.None,
    };

    private static CallEvidence RefusalEvidence(CallEnding ending) => (ending.StatusCode, ending.Q850Cause) switch
    {
        // The cause comes from the telephone network behind the trunk: it got beyond it.
        (_, 17 or 18 or 19 or 20 or 21 or 1 or 22 or 28) => CallEvidence.Accepted,
        (_, 34 or 38 or 41 or 42 or 44 or 47) => CallEvidence.Overloaded,
        (408 or 500 or 502 or 503 or 504, _) => CallEvidence.Overloaded,
        (403 or 480 or 486, _) => CallEvidence.AmbiguousRefusal,
        _ => CallEvidence.None,
    };

    private static int? Q850(SipCallEnd end) =>
        end.Reason is { } reason && string.Equals(reason.Protocol, "Q.850", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(Convert.ToString(reason.Cause, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out int cause)
            ? cause
            : null;
}
