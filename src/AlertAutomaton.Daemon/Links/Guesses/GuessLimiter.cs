using System.Net;

namespace AlertAutomaton.Daemon.Links.Guesses;

/// <summary>
/// Allows each source so many guesses in a window of time. A guess is taken before the store is asked and given back when the link was
/// there, so that people who follow their links never run out of it, even many behind one address. Memory is bounded: the sources
/// whose windows began first are forgotten. Safe for concurrent use.
/// </summary>
/// <param name="most">Guesses of one source in a window.</param>
/// <param name="window">How long a window lasts from its first guess.</param>
/// <param name="mostSources">How many sources are remembered.</param>
/// <param name="time">The clock.</param>
internal sealed class GuessLimiter(int most, TimeSpan window, int mostSources, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _taken = [];
    private readonly Queue<(IPAddress Source, long Begun)> _windows = new();

    /// <summary>How many sources are remembered now.</summary>
    public int Sources
    {
        get
        {
            lock (_gate)
            {
                return _taken.Count;
            }
        }
    }

    /// <summary>Takes a guess.</summary>
    /// <returns>False when the source has none left in this window.</returns>
    public bool TryTake(IPAddress source)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            while (_windows.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Begun, now) >= window)
            {
                ForgetOldest();
            }

            if (_taken.TryGetValue(source, out var taken))
            {
                _taken[source] = Math.Min(taken + 1, most);
                return taken < most;
            }

            if (_windows.Count >= mostSources)
            {
                ForgetOldest();
            }

            _windows.Enqueue((source, now));
            _taken[source] = 1;
            return true;
        }
    }

    /// <summary>Gives a guess back that was none.</summary>
    public void GiveBack(IPAddress source)
    {
        lock (_gate)
        {
            if (_taken.TryGetValue(source, out var taken) && taken > 0)
            {
                _taken[source] = taken - 1;
            }
        }
    }

    private void ForgetOldest() => _taken.Remove(_windows.Dequeue().Source);
}
