namespace AlertAutomaton.Alerting.Duty;

/// <summary>How a test call went.</summary>
public enum HeartbeatResult : byte
{
    /// <summary>It brought back the proof.</summary>
    Good,

    /// <summary>Nobody answered, or no call could be placed.</summary>
    NoAnswer,

    /// <summary>It was answered, and the proof did not come.</summary>
    NoProof,

    /// <summary>It broke by a fault of our own, or never ended.</summary>
    Failed,
}
