using System.Diagnostics;

namespace AlertAutomaton.Benchmarks.Peers;

/// <summary>The far side of a measurement, in a process of its own so that its CPU time is not counted.</summary>
internal sealed class PeerLink : IDisposable
{
    private readonly Process _process;

    private PeerLink(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>The loopback port on which the peer listens, UDP or TCP by what it measures.</summary>
    public int Port { get; }

    public static async Task<PeerLink> StartAsync(string verb)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, verb)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"the peer '{verb}' ended at once");
        return new PeerLink(process, int.Parse(line, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Sends one line to the peer and gives its one-line answer.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? "";
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(3000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
