using System.Diagnostics;
using System.Globalization;
using System.Net;
using AlertAutomaton.Benchmarks.Peers;
using AlertAutomaton.Benchmarks.Rtp;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Benchmarks.Calls;

/// <summary>
/// How much a call in progress takes: signalling and sound both ways. Measured in a process of its own, because a working set that
/// has once grown hides what grows into it.
/// </summary>
internal static class MemoryMeasure
{
    private const int WarmUp = 50;
    private const int Calls = 1000;

    /// <summary>Runs the measurement in a child process.</summary>
    /// <returns>Kilobytes of working set per call.</returns>
    public static async Task<double> RunInChildAsync()
    {
        using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "measure-memory") { UseShellExecute = false, RedirectStandardOutput = true })!;
        string answer = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    /// <summary>The child.</summary>
    public static async Task<int> RunAsync()
    {
        using PeerLink answering = await PeerLink.StartAsync("peer-calls");
        using PeerLink mirror = await PeerLink.StartAsync("peer-rtp");
        await using var agent = new SipUserAgent(
            new SipUserAgentOptions { Listen = [new SipListenEndPoint(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Loopback, 0))] },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        await agent.StartAsync(CancellationToken.None);
        await using var engine = new MediaEngine(
            new MediaEngineOptions { BindAddress = IPAddress.Loopback, FirstPort = 30_000, LastPort = 59_999 }, TimeProvider.System, NullLoggerFactory.Instance);
        PreparedPrompt prompt = PreparedPrompt.FromPcm("tone", ToneGenerator.Sine(440, TimeSpan.FromMinutes(1)));
        Place(agent, engine, prompt, WarmUp, answering.Port, mirror.Port);
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        long before = EngineLoad.Settled();
        Place(agent, engine, prompt, Calls, answering.Port, mirror.Port);
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
        double kilobytes = (EngineLoad.Settled() - before) / 1024.0 / Calls;
        Console.WriteLine(kilobytes.ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Place(SipUserAgent agent, MediaEngine engine, PreparedPrompt prompt, int calls, int peerPort, int mirrorPort)
    {
        var uri = new SipUri("sip", "+33639980001", "127.0.0.1", peerPort);
        for (int call = 0; call < calls; call++)
        {
            if (!engine.TryOpen(new SilentHandler(), MediaSessionOptions.Default, out MediaSession? session, out MediaOpenFailure failure))
            {
                throw new InvalidOperationException(failure.ToString());
            }

            agent.Invite(
                new SipInvite
                {
                    RequestUri = uri,
                    Destination = new SipDestination(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Loopback, peerPort)),
                    From = new NameAddress(null, new SipUri("sip", "+33162000000", "127.0.0.1")),
                    To = new NameAddress(null, uri),
                    Sdp = session.CreateOffer(),
                },
                new QuietHandler());
            if (!session.TryAcceptAnswer(EngineLoad.Answer(mirrorPort), out string? whyNot))
            {
                throw new InvalidOperationException(whyNot);
            }

            session.Play([prompt]);
        }
    }
}
