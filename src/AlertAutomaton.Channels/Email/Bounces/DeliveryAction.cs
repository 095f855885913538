namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>The action field of a delivery status (RFC 3464 §2.3.3).</summary>
internal enum DeliveryAction : byte
{
    /// <summary>No report.</summary>
    None,

    /// <summary>It could not be delivered.</summary>
    Failed,

    /// <summary>Not yet; it is tried further.</summary>
    Delayed,

    /// <summary>The mailbox took it.</summary>
    Delivered,

    /// <summary>Handed to a system that reports no more.</summary>
    Relayed,

    /// <summary>Handed to several mailboxes.</summary>
    Expanded,
}
