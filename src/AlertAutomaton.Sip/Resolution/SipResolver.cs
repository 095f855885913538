using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Resolution.Dns;
using AlertAutomaton.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Resolution;

/// <summary>
/// RFC 3263 §4 with a DNS client of our own (see docs/decisions/0004): NAPTR if wanted, SRV, then A and AAAA. Answers are kept for their
/// lifetime, and used beyond it when no server answers. Thread-safe.
/// </summary>
public sealed class SipResolver : ISipResolver
{
    private const int CachedAnswers = 1_000;

    private readonly SipResolverOptions _options;
    private readonly ILogger _log;
    private readonly Random _random;
    private readonly Lock _randomLock = new();
    private readonly DnsCache _cache;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _system;
    private readonly bool _hasServers;

    /// <summary>A resolver that asks the configured or the system's name servers.</summary>
    /// <param name="options">How to resolve.</param>
    /// <param name="random">Draws among SRV weights; only used here, or under a lock of its own.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Told when no name server answers.</param>
    public SipResolver(SipResolverOptions options, Random random, TimeProvider time, ILogger log)
        : this(options, random, time, log, new DnsSocketTransport(), (name, ct) => System.Net.Dns.GetHostAddressesAsync(name, ct))
    {
    }

    internal SipResolver(
        SipResolverOptions options, Random random, TimeProvider time, ILogger log, IDnsTransport transport,
        Func<string, CancellationToken, Task<IPAddress[]>> system)
    {
        _options = options;
        _random = random;
        _log = log;
        _system = system;
        var servers = options.Servers ?? ResolverConfiguration.SystemServers();
        _hasServers = servers.Count > 0;
        var client = new DnsClient(servers, transport, new DnsClientOptions { Timeout = options.ServerTimeout }, time);
        _cache = new DnsCache(client.AskAsync, time, CachedAnswers);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<SipDestination>> ResolveAsync(
        SipUri uri, SipTransportProtocol preferred, CancellationToken cancellationToken)
    {
        if (!uri.IsSip)
        {
            return [];
        }

        var host = (uri.Maddr ?? uri.Host).Trim('[', ']').TrimEnd('.').ToLowerInvariant();
        var said = TransportOf(uri);
        if (said is null && uri.Parameters.Contains("transport"))
        {
            return [];
        }

        var transport = said ?? (uri.IsSecure ? SipTransportProtocol.Tls : preferred);

        // A lone number would read as an address too (inet_aton), and is none.
        if ((host.Contains(':', StringComparison.Ordinal) || host.Count(character => character == '.') == 3)
            && IPAddress.TryParse(host, out var address))
        {
            return [new SipDestination(transport, new IPEndPoint(address, uri.Port ?? DefaultPort(transport)))];
        }

        // The certificate must name what was configured, not what DNS made of it (RFC 5922 §4).
        var found = new List<SipDestination>();
        if (uri.Port is { } port)
        {
            await AddAddressesAsync(found, transport, host, port, uri.Host, cancellationToken);
        }
        else if (!await TryAddServicesAsync(found, host, Candidates(uri, said, transport), said is null, uri.Host, cancellationToken))
        {
            await AddAddressesAsync(found, transport, host, DefaultPort(transport), uri.Host, cancellationToken);
        }

        if (found.Count == 0)
        {
            SipResolutionLog.NothingFound(_log, host);
        }

        return [.. found.Distinct().Take(_options.MaximumDestinations)];
    }

    private static SipTransportProtocol? TransportOf(SipUri uri) => (uri.Transport, uri.IsSecure) switch
    {
        ("udp", false) => SipTransportProtocol.Udp,
        ("tcp", false) => SipTransportProtocol.Tcp,
        ("tls", _) or ("tcp", true) => SipTransportProtocol.Tls,
        _ => null,
    };

    private static int DefaultPort(SipTransportProtocol transport) => transport == SipTransportProtocol.Tls ? 5061 : 5060;

    private static string ServiceName(SipTransportProtocol transport, string host) => transport switch
    {
        SipTransportProtocol.Udp => $"_sip._udp.{host}",
        SipTransportProtocol.Tcp => $"_sip._tcp.{host}",
        _ => $"_sips._tcp.{host}",
    };

    private IEnumerable<SipTransportProtocol> Candidates(SipUri uri, SipTransportProtocol? said, SipTransportProtocol transport)
    {
        // A secure URI never falls back to clear text.
        return said is not null || uri.IsSecure || transport == SipTransportProtocol.Tls
            ? [transport]
            : _options.Transports.Where(other => other != SipTransportProtocol.Tls).Prepend(transport).Distinct();
    }

    // True when the zone has said which services there are, even if none can be reached or "." says that there is none.
    private async Task<bool> TryAddServicesAsync(
        List<SipDestination> found, string host, IEnumerable<SipTransportProtocol> transports, bool mayChoose, string name, CancellationToken ct)
    {
        var questions = transports.Select(transport => (Transport: transport, Name: ServiceName(transport, host))).ToList();
        if (mayChoose && _options.UsesNaptr && await PointersAsync(host, questions.Select(item => item.Transport), ct) is { Count: > 0 } pointers)
        {
            questions = pointers;
        }

        foreach (var (transport, service) in questions)
        {
            var records = (await RecordsAsync(service, DnsRecordType.Service, ct)).OfType<DnsRecord.Service>().ToArray();
            if (records.Length == 0)
            {
                continue;
            }

            foreach (var record in Order(records).Where(record => record.Target.Length > 0))
            {
                await AddAddressesAsync(found, transport, record.Target, record.Port, name, ct);
            }

            return true;
        }

        return false;
    }

    private IReadOnlyList<DnsRecord.Service> Order(DnsRecord.Service[] records)
    {
        lock (_randomLock)
        {
            return ServiceOrdering.Order(records, limit => _random.Next(limit + 1));
        }
    }

    // RFC 3263 §4.1: order, then preference; only "s" rules for services that we speak; a replacement leads to SRV.
    private async Task<List<(SipTransportProtocol Transport, string Name)>> PointersAsync(
        string host, IEnumerable<SipTransportProtocol> usable, CancellationToken ct)
    {
        var chosen = new List<(SipTransportProtocol, string)>();
        var records = await RecordsAsync(host, DnsRecordType.NamingAuthorityPointer, ct);
        foreach (var record in records.OfType<DnsRecord.Pointer>().OrderBy(item => item.Order).ThenBy(item => item.Preference))
        {
            SipTransportProtocol? transport = record.Services.ToUpperInvariant() switch
            {
                "SIP+D2U" => SipTransportProtocol.Udp,
                "SIP+D2T" => SipTransportProtocol.Tcp,
                "SIPS+D2T" => SipTransportProtocol.Tls,
                _ => null,
            };
            if (transport is { } known && usable.Contains(known)
                && string.Equals(record.Flags, "s", StringComparison.OrdinalIgnoreCase) && record.Replacement.Length > 0)
            {
                chosen.Add((known, record.Replacement));
            }
        }

        return chosen;
    }

    private async Task AddAddressesAsync(
        List<SipDestination> found, SipTransportProtocol transport, string host, int port, string name, CancellationToken ct)
    {
        if (found.Count >= _options.MaximumDestinations || port == 0)
        {
            return;
        }

        foreach (var address in await AddressesAsync(host, ct))
        {
            found.Add(new SipDestination(transport, new IPEndPoint(address, port), name));
        }
    }

    private async Task<IEnumerable<IPAddress>> AddressesAsync(string host, CancellationToken ct)
    {
        var isLocal = !host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".localhost", StringComparison.Ordinal);
        var addresses = new List<IPAddress>();
        var wasAnswered = true;
        if (_hasServers && !isLocal)
        {
            var answers = await Task.WhenAll(_options.AddressFamilies.Select(family => AskAsync(host, TypeOf(family), ct)));
            wasAnswered = Array.TrueForAll(answers, answer => answer is DnsAnswer.Known);
            addresses.AddRange(answers.OfType<DnsAnswer.Known>().SelectMany(answer => answer.Records)
                .OfType<DnsRecord.Address>().Select(record => record.Value));
        }

        // The hosts file and local names are the system's. It blocks a thread, so not while name servers are dead.
        if (addresses.Count == 0 && wasAnswered)
        {
            addresses.AddRange(await SystemAsync(host, ct));
        }

        return addresses.Where(address => _options.AddressFamilies.Contains(address.AddressFamily))
            .OrderBy(address => _options.AddressFamilies.ToList().IndexOf(address.AddressFamily));
    }

    private async Task<IPAddress[]> SystemAsync(string host, CancellationToken ct)
    {
        try
        {
            return await _system(host, ct);
        }
        catch (SocketException)
        {
            // "No such host", told as an exception by the base class library.
            return [];
        }
    }

    private async Task<IReadOnlyList<DnsRecord>> RecordsAsync(string name, DnsRecordType type, CancellationToken ct) =>
        _hasServers && await AskAsync(name, type, ct) is DnsAnswer.Known known ? known.Records : [];

    private async Task<DnsAnswer> AskAsync(string name, DnsRecordType type, CancellationToken ct)
    {
        var answer = await _cache.GetAsync(new DnsQuestion(name, type), ct);
        if (answer is not DnsAnswer.Known)
        {
            SipResolutionLog.NoServerAnswers(_log, name);
        }

        return answer;
    }

    private static DnsRecordType TypeOf(AddressFamily family) =>
        family == AddressFamily.InterNetworkV6 ? DnsRecordType.Address6 : DnsRecordType.Address4;
}
