namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>What became of a question.</summary>
internal abstract record DnsAnswer
{
    private DnsAnswer()
    {
    }

    /// <summary>A server answered: the records of the asked type, aliases followed; empty when there are none or the name does not exist.</summary>
    /// <param name="Records">The records.</param>
    /// <param name="TimeToLive">How long the answer may be kept.</param>
    internal sealed record Known(IReadOnlyList<DnsRecord> Records, TimeSpan TimeToLive) : DnsAnswer;

    /// <summary>Servers answered, but none could tell (SERVFAIL, REFUSED).</summary>
    internal sealed record Failed : DnsAnswer;

    /// <summary>No server answered at all in time.</summary>
    internal sealed record Unreachable : DnsAnswer;
}
