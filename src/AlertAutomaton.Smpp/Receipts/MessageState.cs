namespace AlertAutomaton.Smpp.Receipts;

/// <summary>How far the far end brought a message (SMPP 3.4 §5.2.28; 0 and 9 by SMPP 5.0 §4.7.15).</summary>
public enum MessageState : byte
{
    /// <summary>Waits for its time: not final.</summary>
    Scheduled = 0,

    /// <summary>On its way: not final.</summary>
    EnRoute = 1,

    /// <summary>Delivered to the handset.</summary>
    Delivered = 2,

    /// <summary>Its validity ended first.</summary>
    Expired = 3,

    /// <summary>Deleted at the SMSC.</summary>
    Deleted = 4,

    /// <summary>Cannot be delivered.</summary>
    Undeliverable = 5,

    /// <summary>Taken over by the next network or read on behalf of the subscriber: not final.</summary>
    Accepted = 6,

    /// <summary>The far end does not know.</summary>
    Unknown = 7,

    /// <summary>Rejected.</summary>
    Rejected = 8,

    /// <summary>Skipped by the SMSC.</summary>
    Skipped = 9,
}
