namespace AlertAutomaton.Alerting.Alerts;

/// <summary>The answer to pause, resume, stop and acknowledge.</summary>
public enum CommandVerdict : byte
{
    /// <summary>In force, and on disk.</summary>
    Done,

    /// <summary>It was so already.</summary>
    AlreadySo,

    /// <summary>No such alert or recipient is running here.</summary>
    NotRunning,

    /// <summary>The alert is ending: it cannot be paused or resumed any more.</summary>
    Ending,

    /// <summary>In force at once, but the store cannot write now; it is written as soon as it can.</summary>
    InForceNotWritten,
}
