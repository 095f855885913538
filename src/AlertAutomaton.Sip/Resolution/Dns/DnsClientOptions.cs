namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>How patient the DNS client is.</summary>
internal sealed record DnsClientOptions
{
    /// <summary>The wait for one server. 1 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often all servers are asked. 2.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>The wait for all of them together: fail-over has five seconds in all. 4 s.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(4);
}
