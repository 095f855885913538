using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Resolution;
using AlertAutomaton.Sip.Resolution.Dns;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Sip.Tests.Resolution;

public class SipResolverTests
{
    private static readonly IPEndPoint First = new(IPAddress.Parse("192.0.2.53"), 53);
    private static readonly IPEndPoint Second = new(IPAddress.Parse("192.0.2.54"), 53);
    private readonly ScriptedDns _dns = new();
    private readonly ManualTimeProvider _time = new();
    private readonly RecordingLogger _log = new();
    private readonly List<string> _system = [];

    [Theory]
    [InlineData("sip:192.0.2.9", "udp:192.0.2.9:5060")]
    [InlineData("sip:192.0.2.9:5080;transport=tcp", "tcp:192.0.2.9:5080")]
    [InlineData("sips:[2001:db8::9]", "tls:[2001:db8::9]:5061")]
    [InlineData("sip:192.0.2.9;transport=tls", "tls:192.0.2.9:5061")]
    [InlineData("sip:trunk.example.net;maddr=192.0.2.77", "udp:192.0.2.77:5060")]
    public async Task Numeric_hosts_ask_nobody(string uri, string expected)
    {
        Assert.Equal([expected], await Resolve(uri));
        Assert.Empty(_dns.Asked);
    }

    [Fact]
    public async Task An_explicit_port_skips_service_records()
    {
        _dns.Host("trunk.example.net", "192.0.2.1", "2001:db8::1", "192.0.2.2").Service("_sip._udp.trunk.example.net", 1, 1, 5070, "no.example.net");
        Assert.Equal(["udp:192.0.2.1:5080", "udp:192.0.2.2:5080", "udp:[2001:db8::1]:5080"], await Resolve("sip:trunk.example.net:5080"));
        Assert.DoesNotContain(_dns.Asked, asked => asked.Question.Type == DnsRecordType.Service);
    }

    [Fact]
    public async Task Service_records_give_port_and_fail_over_order()
    {
        _dns.Service("_sip._udp.trunk.example.net", 20, 0, 5062, "b.example.net").Service("_sip._udp.trunk.example.net", 10, 0, 5061, "a.example.net")
            .Host("a.example.net", "192.0.2.1").Host("b.example.net", "192.0.2.2", "192.0.2.3");
        Assert.Equal(["udp:192.0.2.1:5061", "udp:192.0.2.2:5062", "udp:192.0.2.3:5062"], await Resolve("sip:trunk.example.net"));
        var destinations = await Resolver().ResolveAsync(Uri("sip:trunk.example.net"), SipTransportProtocol.Udp, CancellationToken.None);
        Assert.All(destinations, destination => Assert.Equal("trunk.example.net", destination.HostName));
    }

    [Fact]
    public async Task The_next_transport_is_asked_when_the_preferred_one_has_no_service()
    {
        _dns.Service("_sip._tcp.trunk.example.net", 1, 1, 5060, "a.example.net").Host("a.example.net", "192.0.2.1");
        Assert.Equal(["tcp:192.0.2.1:5060"], await Resolve("sip:trunk.example.net"));
        Assert.Empty(await Resolve("sip:trunk.example.net;transport=udp"));
    }

    [Fact]
    public async Task A_secure_uri_never_leads_to_clear_text()
    {
        _dns.Service("_sip._udp.trunk.example.net", 1, 1, 5060, "a.example.net").Service("_sip._tcp.trunk.example.net", 1, 1, 5060, "a.example.net")
            .Host("a.example.net", "192.0.2.1").Host("trunk.example.net", "192.0.2.5");
        Assert.Equal(["tls:192.0.2.5:5061"], await Resolve("sips:trunk.example.net"));
        Assert.Empty(await Resolve("sips:trunk.example.net;transport=udp"));
    }

    [Fact]
    public async Task Without_service_records_the_host_and_the_default_port_are_used_through_aliases()
    {
        _dns.Alias("trunk.example.net", "real.example.net").Host("real.example.net", "192.0.2.8");
        Assert.Equal(["udp:192.0.2.8:5060"], await Resolve("sip:trunk.example.net"));
    }

    [Fact]
    public async Task A_service_that_is_decidedly_not_offered_leads_nowhere()
    {
        _dns.Service("_sip._udp.trunk.example.net", 0, 0, 0, string.Empty).Host("trunk.example.net", "192.0.2.8");
        Assert.Empty(await Resolve("sip:trunk.example.net"));
        Assert.Contains(_log.Lines, line => line.Contains("leads to no SIP server", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Naming_authority_pointers_choose_the_transport_when_wanted()
    {
        _dns.Pointer("example.net", 20, "SIP+D2U", "_sip._udp.example.net").Pointer("example.net", 10, "SIP+D2T", "_sip._tcp.pool.example.net")
            .Service("_sip._tcp.pool.example.net", 1, 1, 5060, "a.example.net").Service("_sip._udp.example.net", 1, 1, 5060, "a.example.net")
            .Host("a.example.net", "192.0.2.1");
        Assert.Equal(["tcp:192.0.2.1:5060"], await Resolve("sip:example.net", options => options with { UsesNaptr = true }));
        Assert.Equal(["udp:192.0.2.1:5060"], await Resolve("sip:example.net"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_dead_or_failing_server_is_passed_over(bool unreachable, bool failing)
    {
        _dns.Host("a.example.net", "192.0.2.1");
        if (unreachable)
        {
            _dns.Unreachable.Add(First);
        }

        if (failing)
        {
            _dns.Failing.Add(First);
        }

        Assert.Equal(["udp:192.0.2.1:5060"], await Resolve("sip:a.example.net:5060"));
    }

    [Fact]
    public async Task A_silent_server_costs_one_second_and_no_more()
    {
        _dns.Host("a.example.net", "192.0.2.1");
        _dns.Silent.Add(First);
        var resolving = Resolve("sip:a.example.net:5060");
        await AdvanceUntil(resolving, TimeSpan.FromSeconds(1.5));
        Assert.Equal(["udp:192.0.2.1:5060"], await resolving);
    }

    [Fact]
    public async Task When_all_servers_are_silent_the_answer_is_empty_within_five_seconds_and_no_thread_is_blocked()
    {
        _dns.Silent.UnionWith([First, Second]);
        var resolving = Resolve("sip:trunk.example.net");
        await AdvanceUntil(resolving, TimeSpan.FromSeconds(5));
        Assert.Empty(await resolving);
        Assert.Empty(_system);
    }

    [Fact]
    public async Task Answers_are_kept_for_their_lifetime_and_used_past_it_when_no_server_answers()
    {
        var resolver = Resolver(options => options with { AddressFamilies = [AddressFamily.InterNetwork] });
        _dns.Host("a.example.net", "192.0.2.1");
        Assert.Equal(["udp:192.0.2.1:5060"], await Resolve("sip:a.example.net:5060", resolver));
        var asked = _dns.Asked.Count;
        _time.Advance(TimeSpan.FromSeconds(59));
        await Resolve("sip:a.example.net:5060", resolver);
        Assert.Equal(asked, _dns.Asked.Count);

        _dns.Unreachable.UnionWith([First, Second]);
        for (var day = 0; day < 3; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            Assert.Equal(["udp:192.0.2.1:5060"], await Resolve("sip:a.example.net:5060", resolver));
        }

        asked = _dns.Asked.Count;
        await Resolve("sip:a.example.net:5060", resolver);
        Assert.Equal(asked, _dns.Asked.Count);

        _dns.Unreachable.Clear();
        _dns.Clear();
        _dns.Host("a.example.net", "192.0.2.99");
        _time.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(["udp:192.0.2.99:5060"], await Resolve("sip:a.example.net:5060", resolver));
    }

    [Fact]
    public async Task Many_calls_at_once_ask_once()
    {
        var resolver = Resolver();
        _dns.Host("a.example.net", "192.0.2.1");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Resolve("sip:a.example.net:5060", resolver)));
        Assert.Equal(2, _dns.Asked.Count);
    }

    [Fact]
    public async Task A_truncated_answer_is_fetched_over_tcp_and_forged_ones_are_ignored()
    {
        _dns.Host("a.example.net", "192.0.2.1");
        _dns.Truncates = true;
        _dns.ForgesFirst = true;
        Assert.Equal(["udp:192.0.2.1:5060"], await Resolve("sip:a.example.net:5060"));
        Assert.Contains(_dns.Asked, asked => asked.OverTcp);
    }

    [Theory]
    [InlineData("sip:localhost", "udp:127.0.0.1:5060")]
    [InlineData("sip:in-hosts-file.example.net:5070", "udp:127.0.0.1:5070")]
    public async Task Names_that_only_the_machine_knows_are_asked_of_the_system(string uri, string expected)
    {
        Assert.Equal([expected], await Resolve(uri));
        Assert.Single(_system);
    }

    [Theory]
    [InlineData("tel:+33612345678")]
    [InlineData("sip:a.example.net;transport=sctp")]
    public async Task What_we_cannot_speak_leads_nowhere(string uri)
    {
        _dns.Host("a.example.net", "192.0.2.1");
        Assert.Empty(await Resolve(uri));
    }

    [Fact]
    public void Weights_are_kept_in_proportion()
    {
        var random = SeededRandom.Create(1);
        DnsRecord.Service[] records = [Service(60, "a"), Service(30, "b"), Service(10, "c"), Service(0, "d")];
        var first = new Dictionary<string, int>();
        for (var i = 0; i < 10_000; i++)
        {
            var order = ServiceOrdering.Order(records, limit => random.Next(limit + 1));
            Assert.Equal(4, order.Distinct().Count());
            first[order[0].Target] = first.GetValueOrDefault(order[0].Target) + 1;
        }

        Assert.InRange(first["a"], 5_700, 6_300);
        Assert.InRange(first["b"], 2_700, 3_300);
        Assert.InRange(first["c"], 800, 1_200);
        Assert.InRange(first["d"], 20, 250);

        static DnsRecord.Service Service(ushort weight, string target) => new("s", TimeSpan.Zero, 1, weight, 5060, target);
    }

    [Fact]
    public void The_servers_of_the_system_are_read_from_its_file()
    {
        var servers = ResolverConfiguration.Parse("# comment\nsearch x\nnameserver 192.0.2.53\r\nnameserver\t2001:db8::53\nnameserver junk\noptions edns0\n");
        Assert.Equal(["192.0.2.53:53", "[2001:db8::53]:53"], servers.Select(server => server.ToString()));
        Assert.Equal(["127.0.0.1:53"], ResolverConfiguration.Parse(string.Empty).Select(server => server.ToString()));
    }

    private static SipUri Uri(string text)
    {
        Assert.True(SipUri.TryParse(text, out var uri));
        return uri!;
    }

    private SipResolver Resolver(Func<SipResolverOptions, SipResolverOptions>? change = null)
    {
        var options = new SipResolverOptions { Servers = [First, Second] };
        return new SipResolver(change?.Invoke(options) ?? options, SeededRandom.Create(3), _time, _log, _dns, System);

        Task<IPAddress[]> System(string name, CancellationToken cancellationToken)
        {
            _system.Add(name);
            return name is "localhost" or "in-hosts-file.example.net"
                ? Task.FromResult<IPAddress[]>([IPAddress.Loopback])
                : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
        }
    }

    private Task<string[]> Resolve(string uri, Func<SipResolverOptions, SipResolverOptions>? change = null) => Resolve(uri, Resolver(change));

    private static async Task<string[]> Resolve(string uri, SipResolver resolver)
    {
        var destinations = await resolver.ResolveAsync(Uri(uri), SipTransportProtocol.Udp, CancellationToken.None);
        return [.. destinations.Select(destination => destination.ToString())];
    }

    // The clock moves only when the code under test has come to a silent server and waits.
    private async Task AdvanceUntil(Task task, TimeSpan limit)
    {
        var started = _time.GetUtcNow();
        while (await Task.WhenAny(task, _dns.SilenceReached.WaitAsync(TimeSpan.FromSeconds(10))) != task)
        {
            Assert.True(_time.GetUtcNow() - started < limit, "not resolved in time");
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
