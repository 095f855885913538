using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace AlertAutomaton.Speech.Processes;

/// <summary>Runs one speech program to its end: no shell, text on standard input, everything bounded in time and size.</summary>
/// <remarks>
/// A process of its own keeps a crash, a hang or the global state of the engine out of the daemon. At most two run at a time per
/// program, so that preparing messages never takes both cores from the calls.
/// </remarks>
internal sealed class SpeechProgram(string path, TimeSpan timeout, TimeProvider time) : IDisposable
{
    private const int AtOnce = 2;
    private const int LargestOutput = 64 << 20;
    private const int LongestErrorText = 400;

    private readonly SemaphoreSlim _places = new(AtOnce, AtOnce);

    /// <summary>Runs it and collects what it writes.</summary>
    /// <param name="arguments">Passed one by one, never parsed by anybody in between.</param>
    /// <param name="input">Written to its standard input as UTF-8.</param>
    /// <param name="cancellation">Stops the program.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellation"/>.</exception>
    public async Task<SpeechProgramResult> RunAsync(IReadOnlyList<string> arguments, string input, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return await RunOneAsync(arguments, input, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<SpeechProgramResult> RunOneAsync(IReadOnlyList<string> arguments, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = new Process { StartInfo = start };
        try
        {
            if (!process.Start())
                return SpeechProgramResult.NotStarted("");
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return SpeechProgramResult.NotStarted(e.Message);
        }

        using var limit = new CancellationTokenSource(timeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            // All three pipes at once: a program blocked on a full pipe never reads the other.
            var output = ReadAsync(process.StandardOutput.BaseStream, LargestOutput, stop.Token);
            var errors = ReadAsync(process.StandardError.BaseStream, LongestErrorText, stop.Token);
            await WriteAsync(process, input, stop.Token);
            var bytes = await output;
            var errorText = Encoding.UTF8.GetString(await errors).ReplaceLineEndings(" ").Trim();
            await process.WaitForExitAsync(stop.Token);
            return new SpeechProgramResult(SpeechProgramEnd.Exited, process.ExitCode, bytes, errorText);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SpeechProgramResult(SpeechProgramEnd.TimedOut, -1, [], "");
        }
        finally
        {
            Kill(process);
        }
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input; its exit code tells the rest.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int most, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16384];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
            kept.Write(buffer, 0, (int)Math.Min(count, most - kept.Length));
        return kept.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in between.
        }
    }
}
