namespace AlertAutomaton.Smpp.Session;

/// <summary>What a gateway took in each of the last whole seconds, with the clock passed in. One owner, not thread-safe.</summary>
internal sealed class AcceptedRate
{
    private const int Seconds = 4;
    private readonly int[] _counts = new int[Seconds];
    private readonly long[] _second = new long[Seconds];

    /// <summary>Notes that a segment was taken.</summary>
    public void Count(TimeSpan now)
    {
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        var slot = (int)(second % Seconds);
        if (_second[slot] != second)
        {
            (_second[slot], _counts[slot]) = (second, 0);
        }

        _counts[slot]++;
    }

    /// <summary>The most taken in one of the last three seconds, the running one included.</summary>
    public int BestAt(TimeSpan now)
    {
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        var best = 0;
        for (var slot = 0; slot < Seconds; slot++)
        {
            best = second - _second[slot] < Seconds - 1 ? Math.Max(best, _counts[slot]) : best;
        }

        return best;
    }
}
