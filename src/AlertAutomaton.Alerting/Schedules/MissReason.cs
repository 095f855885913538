namespace AlertAutomaton.Alerting.Schedules;

/// <summary>Why an occurrence was missed.</summary>
public enum MissReason : byte
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>Nobody was there at its moment: the machine or the daemon was off, or the clock jumped over it. It was found too late.</summary>
    FoundLate,

    /// <summary>It was found late together with a later one, which stands for both.</summary>
    Overtaken,

    /// <summary>The planned alert was paused at its moment.</summary>
    Paused,

    /// <summary>The launch failed until it was too late.</summary>
    LaunchFailed,

    /// <summary>Its launch was begun and its end is not known, because the process or the store failed in the middle, until it was too late to try again: look among the alerts whether it was launched.</summary>
    Interrupted,
}
