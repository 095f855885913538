namespace AlertAutomaton.Alerting.Duty;

/// <summary>What a test call has to bring back.</summary>
public enum HeartbeatProof : byte
{
    /// <summary>An answer: signalling only.</summary>
    Answered,

    /// <summary>Sound from the far end: signalling, and media towards us. The town's own residents' line, called over the network, gives that.</summary>
    Sound,

    /// <summary>The key 5 from the far end after our sentence: whoever presses it heard us, so media went both ways.</summary>
    Key,
}
