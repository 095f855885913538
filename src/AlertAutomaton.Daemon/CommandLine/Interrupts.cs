namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>The operator's Ctrl-C: the first asks for an orderly end, the second ends at once.</summary>
internal sealed class Interrupts(Action endNow) : IDisposable
{
    private readonly CancellationTokenSource _first = new();
    private int _count;

    /// <summary>Cancelled by the first interrupt.</summary>
    public CancellationToken First => _first.Token;

    public void Signal()
    {
        if (Interlocked.Increment(ref _count) == 1)
        {
            _first.Cancel();
        }
        else
        {
            endNow();
        }
    }

    public void Dispose() => _first.Dispose();
}
