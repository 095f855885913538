namespace AlertAutomaton.Telephony.Verdicts;

/// <summary>How the signalling of a call ended.</summary>
public enum CallEndCause
{
    /// <summary>A final response of 300-699 to the INVITE.</summary>
    Rejected,

    /// <summary>The ring time was over and our CANCEL ended it.</summary>
    RingTimeOver,

    /// <summary>We withdrew the call before an answer.</summary>
    Withdrawn,

    /// <summary>The far end sent BYE.</summary>
    RemoteHangUp,

    /// <summary>We sent BYE.</summary>
    LocalHangUp,

    /// <summary>The transport failed, or nobody answered the INVITE at all (timer B).</summary>
    Unreachable,

    /// <summary>The session timer ran out or the dialog was lost (RFC 4028, 481).</summary>
    DialogLost,

    /// <summary>The far end broke the protocol, or the two sides found no common codec.</summary>
    ProtocolError,

    /// <summary>We could not start the call: no media port, no prompt, service closing.</summary>
    NotStarted,
}
