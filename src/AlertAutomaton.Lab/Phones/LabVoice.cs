namespace AlertAutomaton.Lab.Phones;

/// <summary>What the far end of a lab call can sound like.</summary>
public enum LabVoice
{
    /// <summary>A short "hello?".</summary>
    Hello,

    /// <summary>The greeting of an answering machine, four seconds of voice.</summary>
    MachineGreeting,

    /// <summary>The beep after it, 1,000 Hz.</summary>
    Beep,

    /// <summary>The tone of a fax that answers, 2,100 Hz.</summary>
    FaxAnswer,

    /// <summary>Ring-back with an announcement before the answer: early media.</summary>
    EarlyAnnouncement,
}
