namespace AlertAutomaton.Alerting.Duty;

/// <summary>How the chain of calls was when it was tested last. Immutable.</summary>
public sealed record HeartbeatState
{
    /// <summary>Since when it is tested.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When the next test call is due.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Since when one is in progress; null: none is.</summary>
    public DateTimeOffset? CallingSince { get; init; }

    /// <summary>The last good one; null: none since the start.</summary>
    public DateTimeOffset? LastGood { get; init; }

    /// <summary>The last one skipped; null: none since the start.</summary>
    public DateTimeOffset? LastSkipped { get; init; }

    /// <summary>How the last one went; null: none since the start.</summary>
    public HeartbeatResult? LastResult { get; init; }

    /// <summary>Failures since the last good one.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>Skipped since the last one that was made.</summary>
    public int SkippedInRow { get; init; }

    /// <summary>Good ones since the start.</summary>
    public long Good { get; init; }

    /// <summary>Failed ones since the start.</summary>
    public long Failed { get; init; }

    /// <summary>Skipped ones since the start.</summary>
    public long Skipped { get; init; }

    /// <summary>True from the alarm to the next good call.</summary>
    public bool IsAlarmed { get; init; }
}
