using System.Globalization;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>SIPp as the operator's trunk: every call that reaches it plays one scenario of the folder <c>Sipp</c>.</summary>
internal sealed class SippTrunk : IAsyncDisposable
{
    private readonly PeerProcess _process;
    private readonly string _statistics;

    private SippTrunk(PeerProcess process, int port, string statistics)
    {
        _process = process;
        _statistics = statistics;
        Port = port;
    }

    public int Port { get; }

    public string Output => _process.Output;

    public static async Task<SippTrunk> StartAsync(string scenario, string folder, params string[] options)
    {
        string sipp = PeerProgram.Require("sipp");
        int port = FreePorts.Next();
        string statistics = Path.Combine(folder, $"{scenario}-{port}.csv");
        string file = Path.Combine(AppContext.BaseDirectory, "Sipp", scenario + ".xml");
        string[] arguments =
        [
            "-sf", file, "-i", "127.0.0.1", "-p", Number(port), "-mp", Number(FreePorts.NextForMedia()), "-nostdin", "-trace_stat", "-stf", statistics, "-fd", "1", "-trace_err", "-error_file",
            statistics + ".errors", "-timeout", "180s", .. options,
        ];
        PeerProcess process = PeerProcess.Start(sipp, arguments, folder);
        await LoopbackPorts.WaitForAsync(port, process, TimeSpan.FromSeconds(10));
        return new SippTrunk(process, port, statistics);
    }

    /// <summary>
    /// What SIPp itself counted: calls that followed the scenario to its end, and calls that did not. Waits until as many as expected
    /// are over, a few seconds at most, because SIPp writes its counters once a second.
    /// </summary>
    public async Task<(int Successful, int Failed)> CountAsync(int expected)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            (int successful, int failed) = Counters();
            if ((expected > 0 && successful + failed >= expected) || TimeProvider.System.GetElapsedTime(start) > Patience(expected))
            {
                return (successful, failed);
            }
        }
    }

    /// <summary>SIPp's statistics, second by second.</summary>
    public IReadOnlyList<SippTrunkLoad> Load() => SippTrunkLoad.Read(_statistics);

    /// <summary>The lines that the scenario wrote down, for a trunk that was started with <c>-trace_logs</c>.</summary>
    public IReadOnlyList<string> Logged() => [.. Directory.GetFiles(Path.GetDirectoryName(_statistics)!, "*_logs.log").SelectMany(File.ReadAllLines)];

    /// <summary>The messages that did not fit the scenario, as SIPp wrote them down.</summary>
    public string Errors() => File.Exists(_statistics + ".errors") ? File.ReadAllText(_statistics + ".errors") : "";

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static TimeSpan Patience(int expected) => TimeSpan.FromSeconds(expected > 0 ? 10 : 2);

    private (int Successful, int Failed) Counters()
    {
        string[] lines = File.ReadAllLines(_statistics);
        string[] names = lines[0].Split(';');
        string[] last = lines[^1].Split(';');
        int Column(string name) => Array.IndexOf(names, name) is var index && index < last.Length ? int.Parse(last[index], CultureInfo.InvariantCulture) : 0;
        return lines.Length < 2 ? (0, 0) : (Column("SuccessfulCall(C)"), Column("FailedCall(C)"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
