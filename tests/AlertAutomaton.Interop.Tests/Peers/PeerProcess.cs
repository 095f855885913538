using System.Diagnostics;
using System.Text;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>A program started by a test, ended by the test, with what it said kept for the failure message.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private PeerProcess(Process process)
    {
        _process = process;
    }

    public int Id => _process.Id;

    public bool Running => !_process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="workingDirectory">Where it runs.</param>
    /// <param name="heard">Is given each line of its standard output, on another thread; null for nobody.</param>
    /// <param name="environment">Variables that it gets beside those of this process; null for none.</param>
    public static PeerProcess Start(
        string program, IEnumerable<string> arguments, string workingDirectory, Action<string>? heard = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // No terminal: SIPp draws screens and Kamailio detaches where it believes to have one.
        start.Environment["TERM"] = "dumb";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        var peer = new PeerProcess(process);
        process.OutputDataReceived += (_, line) =>
        {
            peer.Keep(line.Data);
            if (line.Data is not null)
            {
                heard?.Invoke(line.Data);
            }
        };
        process.ErrorDataReceived += (_, line) => peer.Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return peer;
    }

    public async Task<int> WaitAsync(TimeSpan atMost)
    {
        try
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(atMost, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{_process.StartInfo.FileName} was still running after {atMost}:\n{Output}");
        }

        return _process.ExitCode;
    }

    public Task WriteLineAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Ends it where it has not ended; what it said stays.</summary>
    public async Task EndAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        }
    }
}
