namespace AlertAutomaton.Sip.Transactions;

/// <summary>
/// The timer values of the SIP transactions (RFC 3261 §17 and table 4, RFC 6026 §7.1). The defaults are those of the RFC; only T1 is worth
/// changing, on paths whose round trip is far over half a second.
/// </summary>
public sealed record TransactionTimers
{
    /// <summary>The estimate of the round trip, and so the first retransmission interval. 500 ms; 50 ms to 5 s are sane.</summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest retransmission interval of non-INVITE requests and of INVITE responses. 4 s.</summary>
    public TimeSpan T2 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a message may stay in the network. 5 s.</summary>
    public TimeSpan T4 { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after an INVITE without any answer of the transaction user a 100 is sent (§17.2.1). 200 ms.</summary>
    public TimeSpan Trying { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Timer D, the wait for repeated final responses over UDP (§17.1.1.2, at least 32 s). 32 s.</summary>
    public TimeSpan TimerD { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>Timers B, F, H, L and M, and J over UDP: 64 times T1.</summary>
    public TimeSpan Lifetime => T1 * 64;

    internal TimeSpan Doubled(TimeSpan interval) => interval * 2 < T2 ? interval * 2 : T2;
}
