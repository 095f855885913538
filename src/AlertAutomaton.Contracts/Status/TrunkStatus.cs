namespace AlertAutomaton.Contracts.Status;

/// <summary>State of one trunk.</summary>
public sealed record TrunkStatus
{
    /// <summary>Name from the configuration.</summary>
    public required string Name { get; init; }

    /// <summary><c>up</c>, <c>down</c> or <c>unknown</c>.</summary>
    public required string State { get; init; }

    /// <summary>Channels that may be used now; congestion control can hold it under the configured number.</summary>
    public required int Channels { get; init; }

    /// <summary>Channels in use.</summary>
    public required int InUse { get; init; }

    /// <summary>New calls per second that are allowed now.</summary>
    public required double CallsPerSecond { get; init; }

    /// <summary>Why it is down or held back; null when all is well.</summary>
    public string? Detail { get; init; }
}
