using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>Everything that a daemon logs, one line each: number of the event, then the message.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");

    public bool Has(int number) => Lines.Any(line => line.StartsWith(number + " ", StringComparison.Ordinal));

    public void Dispose()
    {
        // Nothing is held open.
    }
}
