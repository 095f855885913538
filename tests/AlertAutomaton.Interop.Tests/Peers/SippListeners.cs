using System.Globalization;
using System.Text.RegularExpressions;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>SIPp as people who phone in all at once, listen for a while and hang up; what they hear goes to ports of the test.</summary>
internal sealed partial class SippListeners : IAsyncDisposable
{
    private readonly string _log;

    private SippListeners(PeerProcess process, string log)
    {
        Process = process;
        _log = log;
    }

    public PeerProcess Process { get; }

    /// <param name="folder">Where its files go.</param>
    /// <param name="daemonPort">The SIP port of the service.</param>
    /// <param name="called">The number that is called.</param>
    /// <param name="callers">The numbers that are shown, each with the port on which it listens; one call each, all within a second.</param>
    /// <param name="listening">How long each stays.</param>
    public static SippListeners Start(string folder, int daemonPort, string called, IReadOnlyList<(string Number, int Port)> callers, TimeSpan listening)
    {
        string sipp = PeerProgram.Require("sipp");
        int port = FreePorts.Next();
        string name = Path.Combine(folder, Invariant($"listeners-{port}"));
        string scenario = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sipp", "calls_and_listens.xml"))
            .Replace("CALLED", called, StringComparison.Ordinal)
            .Replace("LISTENS", Invariant($"{listening.TotalMilliseconds:0}"), StringComparison.Ordinal);
        File.WriteAllText(name + ".xml", scenario);
        File.WriteAllLines(name + ".csv", ["SEQUENTIAL", .. callers.Select(caller => Invariant($"{caller.Number};{caller.Port};"))]);
        PeerProcess process = PeerProcess.Start(
            sipp,
            [
                "-sf", name + ".xml", "-inf", name + ".csv", "-i", "127.0.0.1", "-p", Invariant($"{port}"), "-mp", Invariant($"{FreePorts.NextForMedia()}"), "-m",
                Invariant($"{callers.Count}"), "-l", Invariant($"{callers.Count}"), "-r", Invariant($"{callers.Count}"), "-nostdin", "-timeout", "120s", "-timeout_error", "-trace_err",
                "-error_file", name + ".errors", "-trace_logs", "-log_file", name + ".heard", Invariant($"127.0.0.1:{daemonPort}"),
            ],
            folder);
        return new SippListeners(process, name + ".heard");
    }

    /// <summary>When each call was answered, by the number that called.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Answered() => Answer().Matches(File.Exists(_log) ? File.ReadAllText(_log) : "").ToDictionary(
        line => line.Groups["number"].Value,
        line => DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(line.Groups["time"].Value, CultureInfo.InvariantCulture)),
        StringComparer.Ordinal);

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<time>\d{9,}\.\d+)\s+answered (?<number>\+\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Answer();
}
