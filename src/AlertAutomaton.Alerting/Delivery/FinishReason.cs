namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Why nothing more is tried for a recipient.</summary>
public enum FinishReason : byte
{
    /// <summary>Somebody of the household acknowledged.</summary>
    Acknowledged,

    /// <summary>The message was heard to its end as often as the policy asks.</summary>
    HeardEnough,

    /// <summary>A text is on the handset, and the policy takes that for enough.</summary>
    DeliveredEnough,

    /// <summary>Every attempt the policy allows was made, and the time to answer the last texts is over.</summary>
    AttemptsExhausted,

    /// <summary>There was no contact point that may be tried, or none was left.</summary>
    NoUsablePoint,

    /// <summary>The lifetime of the alert left no time for another attempt.</summary>
    LifetimeEnded,

    /// <summary>An operator stopped the alert.</summary>
    Stopped,
}
