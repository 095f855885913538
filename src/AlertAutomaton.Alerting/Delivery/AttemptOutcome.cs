namespace AlertAutomaton.Alerting.Delivery;

/// <summary>How an attempt ended, seen from the phone. What follows from each is in <see cref="RetryRules"/>.</summary>
public enum AttemptOutcome : byte
{
    /// <summary>Not ended yet: it is on disk and may be in the air.</summary>
    Open,

    /// <summary>Somebody pressed a key of the answer table (or replied, or followed the link), and that is on disk.</summary>
    Acknowledged,

    /// <summary>Somebody pressed 9: this household does not live at that number.</summary>
    WrongNumber,

    /// <summary>Somebody picked up and the message was played to its end; no key.</summary>
    Heard,

    /// <summary>Somebody picked up and hung up before the end.</summary>
    CutShort,

    /// <summary>A machine picked up, no key came.</summary>
    Voicemail,

    /// <summary>The line was engaged (486, 600).</summary>
    Busy,

    /// <summary>It rang and nobody picked up (CANCEL after the ring time, or because the household answered elsewhere or the alert ended; 487, 480).</summary>
    NoAnswer,

    /// <summary>There is no such number, or not any more (404, 410, 484, 604, Q.850 causes 1, 22, 28).</summary>
    InvalidNumber,

    /// <summary>The phone, its owner's settings or the operator refused this call (403, 603, 607, 608).</summary>
    Refused,

    /// <summary>The network failed before the phone could ring (408 without provisional, 5xx, Q.850 34, 38, 41, 42, no transport).</summary>
    Network,

    /// <summary>A fax machine answered.</summary>
    Fax,

    /// <summary>This program died while the attempt was in the air; nobody knows whether the phone rang.</summary>
    Interrupted,

    /// <summary>It was written down but never left: stopped in between, no line for it, or a fault on this side.</summary>
    NotSent,

    /// <summary>A text or mail was handed over and taken; nothing more is known yet (submit_sm_resp with ESME_ROK, SMTP 250).</summary>
    Submitted,

    /// <summary>The network says that the text is on the handset (receipt DELIVRD), or the mailbox took the mail (DSN <c>delivered</c>).</summary>
    Delivered,

    /// <summary>The network gave up within the validity of the text: the phone was off, or the mailbox could not be reached.</summary>
    Expired,

    /// <summary>The gateway or relay refuses this text or mail for good, for a reason that is not the number's or address's own.</summary>
    Rejected,

    /// <summary>It went out and no answer came back: it may have arrived. Never sent again blindly, which is how texts are doubled.</summary>
    Unknown,
}
