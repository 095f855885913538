using System.Globalization;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>SIPp as people who phone in, type keys, and stay until they are hung up on.</summary>
internal static class SippCaller
{
    private const string Events = "      a=rtpmap:101 telephone-event/8000\n      a=fmtp:101 0-15\n";

    private const string InfoBody = """
        <send retrans="500">
          <![CDATA[
            INFO [$target] SIP/2.0
            Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
            From: <sip:[field0]@[local_ip]:[local_port]>;tag=[pid]SIPpTag[call_number]
            To:[$to]
            Call-ID: [call_id]
            CSeq: SEQUENCE INFO
            Contact: <sip:caller@[local_ip]:[local_port];transport=[transport]>
            Max-Forwards: 70
            Content-Type: application/dtmf-relay
            Content-Length: [len]

            Signal=SIGNAL
            Duration=160


          ]]>
        </send>
        <recv response="100" optional="true"/>
        <recv response="200"/>
        <pause milliseconds="150"/>
        """;

    /// <summary>Starts SIPp; it ends by itself with 0 when every call followed the scenario.</summary>
    /// <param name="folder">Where its files go.</param>
    /// <param name="daemonPort">The SIP port of the service.</param>
    /// <param name="called">The number that is called.</param>
    /// <param name="keys">What is typed, as <see cref="PhoneCapture"/> reads it.</param>
    /// <param name="callers">The numbers that are shown, in turn.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="transport">SIPp's word: <c>u1</c> for UDP, <c>t1</c> for TCP.</param>
    /// <param name="by">How keys travel.</param>
    /// <param name="atOnce">The most calls at once.</param>
    public static PeerProcess Start(
        string folder, int daemonPort, string called, string keys, IReadOnlyList<string> callers, int calls = 1, string transport = "u1", KeysBy by = KeysBy.Event, int atOnce = 100)
    {
        string sipp = PeerProgram.Require("sipp");
        int port = FreePorts.Next();
        string name = Path.Combine(folder, Invariant($"caller-{port}"));
        string pressing;
        if (by == KeysBy.Info)
        {
            pressing = string.Concat(keys.Select((key, i) => key == ','
                ? "<pause milliseconds=\"1000\"/>"
                : InfoBody.Replace("SIGNAL", key.ToString(), StringComparison.Ordinal).Replace("SEQUENCE", Invariant($"{i + 2}"), StringComparison.Ordinal)));
        }
        else
        {
            PhoneCapture.Write(name + ".pcap", keys, by);
            pressing = $"<nop><action><exec play_pcap_audio=\"{name}.pcap\"/></action></nop>";
        }

        string scenario = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sipp", "calls_and_types.xml"))
            .Replace("CALLED", called, StringComparison.Ordinal)
            .Replace("KEYS", pressing, StringComparison.Ordinal)
            .Replace("SOUNDS", by == KeysBy.Sound ? "8" : "8 101", StringComparison.Ordinal)
            .Replace("EVENTS", by == KeysBy.Sound ? "" : Events, StringComparison.Ordinal);
        File.WriteAllText(name + ".xml", scenario);
        File.WriteAllLines(name + ".csv", ["SEQUENTIAL", .. callers.Select(caller => caller + ";")]);
        return PeerProcess.Start(
            sipp,
            [
                "-sf", name + ".xml", "-inf", name + ".csv", "-i", "127.0.0.1", "-p", Invariant($"{port}"), "-mp", Invariant($"{FreePorts.NextForMedia()}"), "-m",
                Invariant($"{calls}"), "-l", Invariant($"{atOnce}"), "-r", "20", "-t", transport, "-nostdin", "-timeout", Invariant($"{120 + (calls * 2)}s"), "-timeout_error",
                "-trace_err", "-error_file", name + ".errors", Invariant($"127.0.0.1:{daemonPort}"),
            ],
            folder);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
