using System.Net;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>Two user agents on loopback, by real sockets and the real clock.</summary>
internal sealed class AgentPair : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    public static readonly byte[] Sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=caller\r\n"u8.ToArray();

    private AgentPair(SipUserAgent caller, SipUserAgent callee)
    {
        Caller = caller;
        Callee = callee;
    }

    public SipUserAgent Caller { get; }

    public SipUserAgent Callee { get; }

    public static async Task<AgentPair> StartAsync(string address = "127.0.0.1", Func<SipUserAgentOptions, SipUserAgentOptions>? callee = null)
    {
        SipUserAgentOptions options = Options(address);
        var pair = new AgentPair(
            new SipUserAgent(options, TimeProvider.System, NullLoggerFactory.Instance),
            new SipUserAgent(callee?.Invoke(options) ?? options, TimeProvider.System, NullLoggerFactory.Instance));
        await pair.Caller.StartAsync(CancellationToken.None);
        await pair.Callee.StartAsync(CancellationToken.None);
        return pair;
    }

    public static SipUserAgentOptions Options(string address = "127.0.0.1") => new()
    {
        Listen =
        [
            new SipListenEndPoint(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Parse(address), 0)),
            new SipListenEndPoint(SipTransportProtocol.Tcp, new IPEndPoint(IPAddress.Parse(address), 0)),
        ],
    };

    public static SipUri Uri(string text) => SipUri.TryParse(text, out SipUri? uri) ? uri! : throw new ArgumentException(text, nameof(text));

    public SipDestination CalleeBy(SipTransportProtocol protocol) =>
        new(protocol, Callee.BoundEndPoints.First(bound => bound.Protocol == protocol).EndPoint);

    public SipInvite Invite(SipTransportProtocol protocol = SipTransportProtocol.Udp, string number = "+33162000001") => new()
    {
        RequestUri = Uri($"sip:{number}@town.example"),
        Destination = CalleeBy(protocol),
        From = new NameAddress("Mairie", Uri("sip:+33162000000@town.example")),
        To = new NameAddress(null, Uri($"sip:{number}@town.example")),
        Sdp = Sdp,
    };

    public async ValueTask DisposeAsync()
    {
        await Caller.DisposeAsync();
        await Callee.DisposeAsync();
    }
}
