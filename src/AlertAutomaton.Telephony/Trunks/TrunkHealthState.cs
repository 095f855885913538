namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What is known about a trunk's health. A value: <see cref="TrunkHealthMachine"/> returns the next one.</summary>
internal readonly record struct TrunkHealthState
{
    /// <summary>Whether it answers, apart from registration.</summary>
    public TrunkHealth Answering { get; init; }

    /// <summary>True while it needs no registration or has one.</summary>
    public bool Registered { get; init; }

    /// <summary>True once the trunk has answered an OPTIONS: only then does its silence to one mean anything.</summary>
    public bool ProbesWork { get; init; }

    /// <summary>True once a call or a registration was answered.</summary>
    public bool HeardOtherwise { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Answered probes in a row since it went down.</summary>
    public int Successes { get; init; }

    /// <summary>Why it is not up.</summary>
    public string? Trouble { get; init; }

    /// <summary>When a trunk that is down and answers no probes may try one call.</summary>
    public TimeSpan TrialAt { get; init; }

    /// <summary>How long the next wait for a trial call is.</summary>
    public TimeSpan TrialWait { get; init; }

    /// <summary>The one word for the outside.</summary>
    public TrunkHealth Health => Answering == TrunkHealth.Down ? TrunkHealth.Down : !Registered ? TrunkHealth.Unregistered : Answering;
}
