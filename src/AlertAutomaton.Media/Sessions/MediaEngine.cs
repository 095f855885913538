using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Sessions;

/// <summary>Owns the ports, the clock and all sessions of a process.</summary>
public sealed class MediaEngine : IAsyncDisposable
{
    /// <summary>Checks the options; binds nothing yet.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public MediaEngine(MediaEngineOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        _ = (options, time, loggers);
    }

    /// <summary>Sessions that are open.</summary>
    public int SessionsInUse { get; private set; }

    /// <summary>Opens a session on a free pair of ports. Trouble is a value, never an exception.</summary>
    public bool TryOpen(
        IMediaSessionHandler handler, MediaSessionOptions options, [NotNullWhen(true)] out MediaSession? session, out MediaOpenFailure failure)
        => throw new NotImplementedException();

    /// <summary>Ends every session and the clock.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
