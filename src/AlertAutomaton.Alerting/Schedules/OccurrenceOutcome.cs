namespace AlertAutomaton.Alerting.Schedules;

/// <summary>What became of one occurrence.</summary>
public enum OccurrenceOutcome : byte
{
    /// <summary>Its alert was accepted.</summary>
    Launched,

    /// <summary>It was not launched, and will not be.</summary>
    Missed,

    /// <summary>Its order was not sound when its moment came, for example because its policy exists no more.</summary>
    Refused,
}
