using System.Globalization;
using System.Net;
using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Benchmarks.Rtp;

/// <summary>The product's media engine under the same load: every call plays one shared prompt and hears it back.</summary>
internal static class EngineLoad
{
    public static async Task<EngineResult> RunAsync(int calls, TimeSpan time, Peers.PeerLink mirror)
    {
        var engine = new MediaEngine(
            new MediaEngineOptions { BindAddress = IPAddress.Loopback, FirstPort = 30_000, LastPort = 59_999 }, TimeProvider.System, NullLoggerFactory.Instance);
        await using (engine)
        {
            PreparedPrompt prompt = PreparedPrompt.FromPcm("tone", ToneGenerator.Sine(440, time + TimeSpan.FromSeconds(30)));
            var sessions = new List<MediaSession>(calls);
            for (int call = 0; call < calls; call++)
            {
                if (!engine.TryOpen(new SilentHandler(), MediaSessionOptions.Default, out MediaSession? session, out MediaOpenFailure failure))
                {
                    throw new InvalidOperationException($"call {call}: {failure}");
                }

                session.CreateOffer();
                if (!session.TryAcceptAnswer(Answer(mirror.Port), out string? whyNot))
                {
                    throw new InvalidOperationException(whyNot);
                }

                session.Play([prompt]);
                sessions.Add(session);
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            await mirror.AskAsync("reset");
            var meter = new CpuMeter();
            await Task.Delay(time, TimeProvider.System);
            double cpu = meter.Used.TotalMilliseconds / (calls * meter.Elapsed.TotalSeconds);
            string[] spacing = (await mirror.AskAsync("report")).Split(' ');
            foreach (MediaSession session in sessions)
            {
                session.Dispose();
            }

            double Number(int index) => double.Parse(spacing[index], CultureInfo.InvariantCulture);
            return new EngineResult(cpu, Number(0), Number(1), Number(2), Number(3) / (calls * 50 * time.TotalSeconds));
        }
    }

    public static byte[] Answer(int port) => System.Text.Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio {port} RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"));

    public static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }
}
