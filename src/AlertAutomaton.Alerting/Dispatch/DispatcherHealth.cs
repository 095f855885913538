namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>Whether the engine can work.</summary>
public sealed record DispatcherHealth
{
    /// <summary>Well.</summary>
    public static DispatcherHealth Well { get; } = new();

    /// <summary>The store refuses writes: no new attempt begins. Null while it does not.</summary>
    public string? StoreFault { get; init; }

    /// <summary>True when the store must not be used again (a sync failed): the process should end with an alarm and be started anew.</summary>
    public bool IsFatal { get; init; }

    /// <summary>True when what is missing is space on the disk: new work is refused, outcomes are still written where the store takes them.</summary>
    public bool NeedsSpace { get; init; }

    /// <summary>Entries that the store refused as contradictions since the start. Each held up one household or one alert, never the others.</summary>
    public int Contradictions { get; init; }

    /// <summary>What the store said to the last of <see cref="Contradictions"/>; null while there was none.</summary>
    public string? LastContradiction { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Facts that wait to be written, in memory only.</summary>
    public int Unwritten { get; init; }

    /// <summary>True when attempts can begin.</summary>
    public bool CanWork => StoreFault is null;
}
