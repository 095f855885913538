namespace AlertAutomaton.Contracts.Status;

/// <summary>State of one SMPP gateway.</summary>
public sealed record GatewayStatus
{
    /// <summary>Name from the configuration.</summary>
    public required string Name { get; init; }

    /// <summary><c>up</c>, <c>slow</c> (its receipts come late) or <c>down</c>.</summary>
    public required string State { get; init; }

    /// <summary>True when texts go over it now; the others stand by.</summary>
    public required bool InUse { get; init; }

    /// <summary>Texts on their way to it.</summary>
    public required int InFlight { get; init; }

    /// <summary>Segments per second that it takes now; it may ask for less than the contract allows.</summary>
    public required double SegmentsPerSecond { get; init; }

    /// <summary>What last went wrong; null when nothing has.</summary>
    public string? Detail { get; init; }
}
