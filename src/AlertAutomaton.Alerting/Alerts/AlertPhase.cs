namespace AlertAutomaton.Alerting.Alerts;

/// <summary>Where an alert stands.</summary>
public enum AlertPhase : byte
{
    /// <summary>New attempts are made.</summary>
    Running,

    /// <summary>No new attempt until resumed; calls in progress go on, the lifetime too.</summary>
    Paused,

    /// <summary>Stopped or out of time: no new attempt ever; open attempts are being closed.</summary>
    Ending,

    /// <summary>Every recipient is final.</summary>
    Finished,
}
