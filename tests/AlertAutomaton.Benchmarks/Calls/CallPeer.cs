using System.Globalization;
using System.Net;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Benchmarks.Calls;

/// <summary>The far side of the call measurements: rings, answers and waits for BYE.</summary>
internal static class CallPeer
{
    public static readonly byte[] Sdp =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40000 RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\n"u8
            .ToArray();

    public static async Task<int> RunAsync()
    {
        await using var agent = new SipUserAgent(
            new SipUserAgentOptions { Listen = [new SipListenEndPoint(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Loopback, 0))] },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        agent.IncomingCall = incoming =>
        {
            incoming.Call.Ring();
            incoming.Call.Accept(Sdp);
            return new QuietHandler();
        };
        await agent.StartAsync(CancellationToken.None);
        Console.WriteLine(agent.BoundEndPoints[0].EndPoint.Port.ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
