namespace AlertAutomaton.Alerting.Progress;

/// <summary>Where the recipients without a final state stand, for the forecast of the rest. Who is in no group waits for a line.</summary>
public sealed record AlertStanding
{
    /// <summary>Those who had no call yet.</summary>
    public int Fresh { get; init; }

    /// <summary>The mean of their contact points, at least 1.</summary>
    public double NumbersPerHousehold { get; init; } = 1;

    /// <summary>Of those without an attempt by telephone, how many were written to.</summary>
    public int Written { get; init; }

    /// <summary>Those who answered what was written to them before they were called.</summary>
    public int WrittenAnswered { get; init; }

    /// <summary>Of these, those of the last minute.</summary>
    public int AnsweredLately { get; init; }

    /// <summary>Those whose next attempt is not due yet.</summary>
    public IReadOnlyList<StandingGroup> Waiting { get; init; } = [];

    /// <summary>Those with an attempt in the air.</summary>
    public IReadOnlyList<StandingGroup> Calling { get; init; } = [];
}
