namespace AlertAutomaton.Contracts.Status;

/// <summary>How the test calls went since the start.</summary>
public sealed record HeartbeatStatus
{
    /// <summary>The last good one, UTC; null: none since the start.</summary>
    public DateTimeOffset? LastGood { get; init; }

    /// <summary>How the last one went: <c>good</c>, <c>noAnswer</c>, <c>noProof</c> or <c>failed</c>; null: none since the start.</summary>
    public string? LastResult { get; init; }

    /// <summary>When the next one is due, UTC.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Failures since the last good one.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>Good ones.</summary>
    public long Good { get; init; }

    /// <summary>Failed ones.</summary>
    public long Failed { get; init; }

    /// <summary>Skipped ones, because an alert needed the lines.</summary>
    public long Skipped { get; init; }

    /// <summary>True from an alarm to the next good call.</summary>
    public bool IsAlarmed { get; init; }
}
