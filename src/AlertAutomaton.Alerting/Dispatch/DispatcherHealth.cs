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

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Facts that wait to be written, in memory only.</summary>
    public int Unwritten { get; init; }

    /// <summary>True when attempts can begin.</summary>
    public bool CanWork => StoreFault is null;
}
