namespace AlertAutomaton.Daemon.Hosting;

/// <summary>A part of the engine that is disposed of without waiting.</summary>
internal sealed class SynchronousPart(IDisposable part) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        part.Dispose();
        return ValueTask.CompletedTask;
    }
}
