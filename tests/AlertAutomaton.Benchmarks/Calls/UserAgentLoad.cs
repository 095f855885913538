using System.Net;
using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Benchmarks.Calls;

/// <summary>Calls set up and torn down by the product's user agent: INVITE with SDP, 180, 200, ACK, BYE, 200.</summary>
internal static class UserAgentLoad
{
    /// <summary>CPU milliseconds of this process per call, and calls per second.</summary>
    public static async Task<(double CpuPerCall, double CallsPerSecond, int Failed)> RunAsync(int calls, int atOnce, int peerPort)
    {
        await using var agent = new SipUserAgent(
            new SipUserAgentOptions { Listen = [new SipListenEndPoint(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Loopback, 0))] },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        await agent.StartAsync(CancellationToken.None);
        await PlaceAsync(agent, Math.Min(calls, 500), atOnce, peerPort);
        var meter = new CpuMeter();
        int failed = await PlaceAsync(agent, calls, atOnce, peerPort);
        return (meter.Used.TotalMilliseconds / calls, calls / meter.Elapsed.TotalSeconds, failed);
    }

    private static async Task<int> PlaceAsync(SipUserAgent agent, int calls, int atOnce, int peerPort)
    {
        var destination = new SipDestination(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Loopback, peerPort));
        var uri = new SipUri("sip", "+33639980001", "127.0.0.1", peerPort);
        var invite = new SipInvite
        {
            RequestUri = uri,
            Destination = destination,
            From = new NameAddress(null, new SipUri("sip", "+33162000000", "127.0.0.1")),
            To = new NameAddress(null, uri),
            Sdp = CallPeer.Sdp,
        };
        using var free = new SemaphoreSlim(atOnce);
        int failed = 0;
        int open = calls;
        var done = new TaskCompletionSource();
        for (int call = 0; call < calls; call++)
        {
            await free.WaitAsync();
            agent.Invite(invite, new QuietHandler(
                end =>
                {
                    if (end.Kind != SipCallEndKind.LocalHangUp)
                    {
                        Interlocked.Increment(ref failed);
                    }

                    free.Release();
                    if (Interlocked.Decrement(ref open) == 0)
                    {
                        done.SetResult();
                    }
                },
                hangUp: true));
        }

        await done.Task;
        return failed;
    }
}
