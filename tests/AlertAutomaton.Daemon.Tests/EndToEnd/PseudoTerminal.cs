using System.Diagnostics;
using System.Text;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A program on a terminal of its own, through <c>script</c> of util-linux, which every Debian has: what is typed, and what the screen shows.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _shown = new();

    private PseudoTerminal(Process process) => _process = process;

    public string Shown
    {
        get
        {
            lock (_shown)
            {
                return _shown.ToString();
            }
        }
    }

    /// <param name="command">For the shell.</param>
    public static PseudoTerminal Start(string command)
    {
        var start = new ProcessStartInfo("script") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--quiet", "--return", "--command", command, "/dev/null" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TERM"] = "xterm";
        var terminal = new PseudoTerminal(Process.Start(start)!);
        _ = terminal.ReadAsync();
        return terminal;
    }

    public Task ExpectAsync(string text, TimeSpan patience) => Until.TrueAsync(() => Task.FromResult(Shown.Contains(text, StringComparison.Ordinal)), patience);

    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience, TimeProvider.System);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[1024];
        int read;
        while ((read = await _process.StandardOutput.ReadAsync(buffer)) > 0)
        {
            lock (_shown)
            {
                _shown.Append(buffer, 0, read);
            }
        }
    }
}
