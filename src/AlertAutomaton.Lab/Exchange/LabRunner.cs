using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Lab.Exchange;

/// <summary>Runs a town by itself, in a process of its own, for demonstrations, kill tests and developers.</summary>
public static class LabRunner
{
    /// <summary>Opens the town and keeps it open.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where to log.</param>
    /// <param name="output">Gets one line of JSON, <c>{"trunk":"sip:127.0.0.1:5070;transport=udp"}</c>, when calls can come.</param>
    /// <param name="stop">Closes the town.</param>
    /// <exception cref="IOException">The address cannot be bound.</exception>
    public static async Task RunAsync(LabTownOptions options, TimeProvider time, ILoggerFactory loggers, TextWriter output, CancellationToken stop)
    {
        await using var town = new LabTown(options, time, loggers);
        await town.StartAsync(stop);
        await output.WriteLineAsync($"{{\"trunk\":\"{JsonEncodedText.Encode(town.TrunkUri)}\"}}");
        await output.FlushAsync(stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
