using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>How a user agent listens, presents itself and limits itself.</summary>
public sealed record SipUserAgentOptions
{
    /// <summary>Where it listens; at least one.</summary>
    public required IReadOnlyList<SipListenEndPoint> Listen { get; init; }

    /// <summary>The host told in Via and Contact, behind a NAT with a fixed address; null takes the address that routes to the trunk.</summary>
    public string? AdvertisedHost { get; init; }

    /// <summary>The user part of our Contact. "alert".</summary>
    public string ContactUser { get; init; } = "alert";

    /// <summary>The timers of the transactions.</summary>
    public TransactionTimers Timers { get; init; } = new();

    /// <summary>The status for an INVITE that nobody takes: 480, or 404 where the numbers are known to be none of ours.</summary>
    public int NobodyStatus { get; init; } = 480;

    /// <summary>The most server transactions kept at once; further requests get 503 without a transaction. 100,000, which is 32 s of 1,500 calls a second.</summary>
    public int MaxServerTransactions { get; init; } = 100_000;

    /// <summary>The most calls at once, both directions; further incoming ones get 503. 10,000.</summary>
    public int MaxCalls { get; init; } = 10_000;

    /// <summary>The most messages that may wait to be worked off; further datagrams are dropped as lost. 20,000.</summary>
    public int MaxBacklog { get; init; } = 20_000;

    /// <summary>The most stream connections accepted at once. 256.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>How long a stream connection may take to open. 4 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long an accepted stream connection may be silent. 10 min.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The shortest session interval accepted (RFC 4028 §5), at least 90 s. 90 s.</summary>
    public TimeSpan MinimumSessionInterval { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Whether ringing is sent reliably (RFC 3262) to callers that support it; to those that require it, it always is.</summary>
    public bool ReliableRinging { get; init; }
}
