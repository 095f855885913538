namespace AlertAutomaton.Contracts.Status;

/// <summary>How the duty chain and the test calls stand, without names and numbers.</summary>
public sealed record DutyStatus
{
    /// <summary>How many are on duty now; null where no duty chain is set up.</summary>
    public int? PeopleOnDuty { get; init; }

    /// <summary>Matters for which somebody has to be found.</summary>
    public int OpenMatters { get; init; }

    /// <summary>Matters that a person has.</summary>
    public int TakenMatters { get; init; }

    /// <summary>The test calls; null where there are none.</summary>
    public HeartbeatStatus? Heartbeat { get; init; }
}
