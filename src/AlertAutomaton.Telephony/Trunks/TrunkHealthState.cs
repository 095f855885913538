namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What is known about a trunk's health. A value: <see cref="TrunkHealthMachine"/> returns the next one.</summary>
internal readonly record struct TrunkHealthState
{
    /// <summary>Whether it answers, apart from registration.</summary>
    public TrunkHealth Answering { get; init; }

    /// <summary>True while it needs no registration or has one.</summary>
    public bool Registered { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Answered probes in a row since it went down.</summary>
    public int Successes { get; init; }

    /// <summary>Why it is not up.</summary>
    public string? Trouble { get; init; }

    /// <summary>When an unprobed trunk that is down may try one call.</summary>
    public TimeSpan TrialAt { get; init; }

    /// <summary>How long the next wait for a trial call is.</summary>
    public TimeSpan TrialWait { get; init; }

    /// <summary>The one word for the outside.</summary>
    public TrunkHealth Health => Answering == TrunkHealth.Down ? TrunkHealth.Down : !Registered ? TrunkHealth.Unregistered : Answering;
}
