namespace AlertAutomaton.Sip.Transactions;

/// <summary>The timers of RFC 3261 table 4 and RFC 6026, and the delay before a 100 (§17.2.1).</summary>
internal enum TransactionTimer
{
    /// <summary>Repeats an INVITE over UDP.</summary>
    A,

    /// <summary>Gives up an INVITE without any response.</summary>
    B,

    /// <summary>Waits for repeated final responses to an INVITE.</summary>
    D,

    /// <summary>Repeats another request over UDP.</summary>
    E,

    /// <summary>Gives up another request without a final response.</summary>
    F,

    /// <summary>Repeats a final response to an INVITE over UDP.</summary>
    G,

    /// <summary>Gives up waiting for the ACK.</summary>
    H,

    /// <summary>Waits for repeated ACKs.</summary>
    I,

    /// <summary>Waits for repeated requests other than INVITE.</summary>
    J,

    /// <summary>Waits for repeated responses to a request other than INVITE.</summary>
    K,

    /// <summary>Waits for repeated INVITEs after a 2xx (RFC 6026).</summary>
    L,

    /// <summary>Waits for repeated and forked 2xx (RFC 6026).</summary>
    M,

    /// <summary>Sends 100 when the transaction user has said nothing.</summary>
    Trying,
}
