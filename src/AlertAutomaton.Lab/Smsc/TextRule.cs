namespace AlertAutomaton.Lab.Smsc;

/// <summary>How a simulated handset treats a text. The last two digits of its number decide, as they do for calls: see <see cref="TextRules.Of"/>.</summary>
public enum TextRule
{
    /// <summary>Delivered; nobody answers.</summary>
    Silent,

    /// <summary>Delivered, answered with 1.</summary>
    Replies1,

    /// <summary>Delivered, answered with 2.</summary>
    Replies2,

    /// <summary>Delivered, answered with OUI.</summary>
    RepliesYes,

    /// <summary>Delivered, answered with a cry for help.</summary>
    RepliesHelp,

    /// <summary>Delivered, answered with STOP.</summary>
    RepliesStop,

    /// <summary>Delivered, answered with something that means nothing.</summary>
    RepliesNonsense,

    /// <summary>Taken, never delivered: EXPIRED.</summary>
    SwitchedOff,

    /// <summary>Taken, then UNDELIV with error 001.</summary>
    UnknownSubscriber,

    /// <summary>Refused at once: ESME_RINVDSTADR.</summary>
    RefusedAtSubmit,

    /// <summary>Delivered, and no receipt ever tells.</summary>
    NoReceipt,
}
