namespace AlertAutomaton.Alerting.Duty;

/// <summary>A part of the machine whose trouble is an alarm.</summary>
public enum SystemComponent : byte
{
    /// <summary>One SIP trunk is down.</summary>
    Trunk,

    /// <summary>Every SIP trunk is down.</summary>
    AllTrunks,

    /// <summary>An SMPP gateway is down.</summary>
    Gateway,

    /// <summary>The store refuses writes.</summary>
    Store,

    /// <summary>The disk is nearly full.</summary>
    DiskLow,

    /// <summary>The disk is full: new work is refused.</summary>
    DiskFull,

    /// <summary>The clock of the machine was stepped.</summary>
    Clock,

    /// <summary>A planned alert that is due cannot be launched or recorded.</summary>
    Schedule,

    /// <summary>The test call failed or none was made for too long.</summary>
    Heartbeat,
}
