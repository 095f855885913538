using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>The service as its operating system sees it: a process with signals, limits and an exit code.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process) => _process = process;

    public Uri Url => _ready.Task.Result;

    /// <summary>What it wrote, for messages of tests that fail.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Starts <c>run</c> and waits until it says that it is ready. A write beyond a file limit is an error to it, not its death.</summary>
    public static async Task<ServiceProcess> StartAsync(TownFixture town, TimeSpan patience)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = town.Directory };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("trap '' XFSZ; exec \"$0\" \"$@\"");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "alertautomaton"));
        start.ArgumentList.Add("run");
        start.ArgumentList.Add("--config");
        start.ArgumentList.Add(town.Configuration);
        start.ArgumentList.Add("--json");
        var service = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        service._process.OutputDataReceived += (_, line) => service.Keep(line.Data);
        service._process.ErrorDataReceived += (_, line) => service.Keep(line.Data);
        service._process.Exited += (_, _) => service._ready.TrySetException(new InvalidOperationException("The service ended before it was ready."));
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        await service._ready.Task.WaitAsync(patience, TimeProvider.System);
        return service;
    }

    /// <summary>Asks for an orderly end.</summary>
    public Task TerminateAsync() => RunAsync("/bin/kill", "-TERM");

    /// <summary>From now on every write of this process beyond the first bytes of a file fails with EFBIG, which the database takes for a broken disk.</summary>
    public Task BreakDiskAsync() => RunAsync("/usr/bin/prlimit", "--fsize=512", "--pid");

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
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var command = Process.Start(program, [.. arguments, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await command.WaitForExitAsync();
        Assert.Equal(0, command.ExitCode);
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.AppendLine(line);
        }

        if (Address().Match(line) is { Success: true } address)
        {
            _ready.TrySetResult(new Uri(address.Value));
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
