using System.Diagnostics;
using System.Text;

namespace AlertAutomaton.Faults.Rig;

/// <summary>The daemon under test, as an operating system sees it: started, killed, started again.</summary>
internal sealed class DaemonProcess : IDisposable
{
    private readonly string _program;
    private readonly string _configuration;
    private readonly string _folder;
    private readonly string _url;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Process? _process;

    public DaemonProcess(string program, string configuration, string folder, string url)
    {
        _program = program;
        _configuration = configuration;
        _folder = folder;
        _url = url;
    }

    /// <summary>Starts the service and waits until it says that it is ready.</summary>
    public async Task<TimeSpan> StartAsync(TimeSpan atMost)
    {
        long start = TimeProvider.System.GetTimestamp();
        _process = Launch(["run", "--config", _configuration]);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (await timer.WaitForNextTickAsync())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"the daemon ended with {_process.ExitCode} instead of starting; see {Log}");
            }

            if (await IsReadyAsync())
            {
                return TimeProvider.System.GetElapsedTime(start);
            }

            if (TimeProvider.System.GetElapsedTime(start) > atMost)
            {
                throw new TimeoutException($"the daemon was not ready within {atMost}; see {Log}");
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs another command of the program to its end.</summary>
    public async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(_program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }

        _http.Dispose();
    }

    private string Log => Path.Combine(_folder, "daemon.log");

    private Process Launch(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(_program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_http)
            {
                File.AppendAllText(Log, line + Environment.NewLine, Encoding.UTF8);
            }
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using HttpResponseMessage response = await _http.GetAsync(new Uri(_url + "/health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
