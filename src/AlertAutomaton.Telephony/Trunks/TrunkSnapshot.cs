namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What a trunk looks like at one moment. Immutable.</summary>
public sealed record TrunkSnapshot
{
    /// <summary>The trunk's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it can be used.</summary>
    public required TrunkHealth Health { get; init; }

    /// <summary>One line on why it is not up, or null.</summary>
    public string? Trouble { get; init; }

    /// <summary>Channels that may carry outgoing calls now: configured or learnt, less those reserved.</summary>
    public required int Channels { get; init; }

    /// <summary>Channels as configured.</summary>
    public required int ConfiguredChannels { get; init; }

    /// <summary>Calls on it now, outgoing and incoming.</summary>
    public required int InUse { get; init; }

    /// <summary>The most calls it carried at once since the start.</summary>
    public required int PeakInUse { get; init; }

    /// <summary>New calls per second that it may take now, after congestion control.</summary>
    public required double CallsPerSecond { get; init; }

    /// <summary>Calls per second as configured.</summary>
    public required double ConfiguredCallsPerSecond { get; init; }

    /// <summary>Calls started since the start of the service.</summary>
    public required long CallsStarted { get; init; }

    /// <summary>Calls that failed by the network's or the trunk's fault.</summary>
    public required long NetworkFailures { get; init; }

    /// <summary>How long it is still left alone because it asked for that (Retry-After), or null.</summary>
    public TimeSpan? PausedFor { get; init; }
}
