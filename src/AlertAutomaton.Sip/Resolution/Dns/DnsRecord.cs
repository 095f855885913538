using System.Net;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>A resource record of class IN (RFC 1035 §3.2).</summary>
/// <param name="Name">The owner, lower case, no final dot.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
internal abstract record DnsRecord(string Name, TimeSpan TimeToLive)
{
    /// <summary>A or AAAA (RFC 3596).</summary>
    internal sealed record Address(string Name, TimeSpan TimeToLive, IPAddress Value) : DnsRecord(Name, TimeToLive);

    /// <summary>CNAME.</summary>
    internal sealed record Alias(string Name, TimeSpan TimeToLive, string Target) : DnsRecord(Name, TimeToLive);

    /// <summary>SRV (RFC 2782); a target of "" means that the service is decidedly not offered.</summary>
    internal sealed record Service(string Name, TimeSpan TimeToLive, ushort Priority, ushort Weight, ushort Port, string Target)
        : DnsRecord(Name, TimeToLive);

    /// <summary>NAPTR (RFC 3403).</summary>
    internal sealed record Pointer(
        string Name, TimeSpan TimeToLive, ushort Order, ushort Preference, string Flags, string Services, string Pattern, string Replacement)
        : DnsRecord(Name, TimeToLive);

    /// <summary>SOA: its minimum bounds how long "there is nothing" may be kept (RFC 2308 §5).</summary>
    internal sealed record Authority(string Name, TimeSpan TimeToLive, TimeSpan Minimum) : DnsRecord(Name, TimeToLive);
}
