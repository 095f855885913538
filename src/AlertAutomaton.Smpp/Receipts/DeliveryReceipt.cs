namespace AlertAutomaton.Smpp.Receipts;

/// <summary>What a receipt says.</summary>
public sealed record DeliveryReceipt
{
    /// <summary>The id as it came; compare by <see cref="MessageIdForms"/>.</summary>
    public required string MessageId { get; init; }

    /// <summary>How far the message got.</summary>
    public required MessageState State { get; init; }

    /// <summary>The gateway's own error code as it came, such as <c>000</c>, <c>1042</c> or <c>ABSENT</c>; null when there was none.</summary>
    public string? Error { get; init; }

    /// <summary>network_error_code (§5.3.2.31): the network's kind and its code; null when there was none.</summary>
    public NetworkErrorCode? NetworkError { get; init; }

    /// <summary>When the gateway took the message, in its own time zone where it told none (then as UTC); null when unreadable.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When the state was reached, as <see cref="SubmittedAt"/>.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}
