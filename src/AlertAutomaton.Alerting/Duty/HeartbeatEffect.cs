namespace AlertAutomaton.Alerting.Duty;

/// <summary>What the heartbeat wants done.</summary>
public enum HeartbeatEffect : byte
{
    /// <summary>Place the test call.</summary>
    Call,

    /// <summary>Note that one was skipped.</summary>
    NoteSkipped,

    /// <summary>Alarm: test calls failed in a row.</summary>
    AlarmFailed,

    /// <summary>Alarm: no good test call for too long.</summary>
    AlarmSilent,

    /// <summary>It is well again.</summary>
    AllClear,
}
