namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Which wait of the policy comes before the next attempt.</summary>
public enum RetryDelay : byte
{
    /// <summary>None but the floor between two calls to one number.</summary>
    None,

    /// <summary>The lane's wait after a busy line.</summary>
    Busy,

    /// <summary>The lane's wait after an unanswered call.</summary>
    NoAnswer,

    /// <summary>The lane's wait before its next point.</summary>
    NextPoint,

    /// <summary>The policy's growing waits after failures of the network.</summary>
    BackOff,
}
