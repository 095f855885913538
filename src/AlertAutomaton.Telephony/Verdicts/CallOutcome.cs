namespace AlertAutomaton.Telephony.Verdicts;

/// <summary>How a call ended, said from the phone's point of view. The list is closed: every member has a row in <see cref="CallVerdictTable"/>.</summary>
public enum CallOutcome
{
    /// <summary>A key of the answer table was pressed.</summary>
    Acknowledged,

    /// <summary>The person said that this is not the household called (key 9).</summary>
    WrongNumber,

    /// <summary>Somebody answered and the message was played to its end, without a key.</summary>
    Heard,

    /// <summary>Somebody answered and hung up before the message had been said once.</summary>
    CutShort,

    /// <summary>An answering machine took the call. It never counts as reached.</summary>
    Voicemail,

    /// <summary>The line was busy (486, 600).</summary>
    Busy,

    /// <summary>It rang, or the phone was off, and nobody took the call (ring time over, 480, 487, 408 after ringing).</summary>
    NoAnswer,

    /// <summary>The number does not exist or is incomplete (404, 410, 484, 485, 604, Q.850 1/22/28).</summary>
    InvalidNumber,

    /// <summary>The callee or the operator refused the call (403, 603, 607, 608). It is not rung again on another trunk.</summary>
    Refused,

    /// <summary>The network or the trunk failed; the phone never had its chance and the recipient is not charged with it.</summary>
    Network,

    /// <summary>A fax answered.</summary>
    Fax,

    /// <summary>We withdrew the call before anybody answered (the alert was stopped, or the service is closing).</summary>
    Withdrawn,
}
