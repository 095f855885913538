namespace AlertAutomaton.Lab.Smsc;

/// <summary>Counts segments by seconds of the lab's clock, as SMSCs do that throttle. One owner, not thread-safe.</summary>
internal sealed class SegmentCounter
{
    private readonly Dictionary<long, int> _taken = [];

    /// <summary>Counts one, unless the second is full.</summary>
    public bool TryTake(TimeSpan now, int? limit)
    {
        long second = (long)now.TotalSeconds;
        int taken = _taken.GetValueOrDefault(second);
        if (taken >= limit)
        {
            return false;
        }

        _taken[second] = taken + 1;
        return true;
    }

    /// <summary>What was taken in each second, in order.</summary>
    public IReadOnlyList<(long Second, int Taken)> Seconds() => [.. _taken.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
}
