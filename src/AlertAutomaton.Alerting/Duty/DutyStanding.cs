namespace AlertAutomaton.Alerting.Duty;

/// <summary>Where a matter stands.</summary>
/// <remarks>
/// <code>
///  waiting ──phone──► calling ──nobody, not me──► waiting (the next person; after the last one a pause)
///     │                  │
///     │                  └──"take note", launched──► taken ──┐
///     └──withdrawn, resolved──► over ◄──withdrawn, resolved──┘
/// </code>
/// </remarks>
public enum DutyStanding : byte
{
    /// <summary>Somebody is to be phoned, now or after a pause.</summary>
    Waiting,

    /// <summary>A phone rings or somebody is on the line.</summary>
    Calling,

    /// <summary>A person has it. Kept, so that the same trouble phones nobody again until it is over.</summary>
    Taken,

    /// <summary>Withdrawn or resolved.</summary>
    Over,
}
