namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// All that is needed to hang up a confirmed dialog later, even from another process (RFC 3261 §12). Plain values only, so that any JSON
/// serialiser keeps it.
/// </summary>
public sealed record SipDialogIdentity
{
    /// <summary>Call-ID.</summary>
    public required string CallId { get; init; }

    /// <summary>Our tag.</summary>
    public required string LocalTag { get; init; }

    /// <summary>The tag of the far end; empty when it gave none (RFC 2543).</summary>
    public required string RemoteTag { get; init; }

    /// <summary>Our URI as it stands in From or To.</summary>
    public required string LocalUri { get; init; }

    /// <summary>The URI of the far end as it stands in To or From.</summary>
    public required string RemoteUri { get; init; }

    /// <summary>The Contact of the far end, which becomes the Request-URI.</summary>
    public required string RemoteTarget { get; init; }

    /// <summary>The route set in the order of use, each as a name-addr.</summary>
    public IReadOnlyList<string> RouteSet { get; init; } = [];

    /// <summary>The CSeq number of our last request in this dialog.</summary>
    public required uint LocalSequence { get; init; }

    /// <summary>The transport of the next hop: "udp", "tcp" or "tls".</summary>
    public required string Transport { get; init; }

    /// <summary>The address and port of the next hop, such as "192.0.2.1:5060".</summary>
    public required string NextHop { get; init; }

    /// <summary>The name that was resolved to the next hop, for TLS; null otherwise.</summary>
    public string? NextHopName { get; init; }
}
