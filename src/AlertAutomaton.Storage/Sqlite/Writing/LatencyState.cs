namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>Counts how long writes took. One thread adds; others take snapshots, which may lack the last writes but none twice.</summary>
internal sealed class LatencyState
{
    // From a sync of a fast disk to one that a struggling card needs.
    private static readonly double[] s_bounds = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

    private readonly long[] _counts = new long[s_bounds.Length + 1];
    private long _ticks;

    public void Add(TimeSpan taken)
    {
        double seconds = taken.TotalSeconds;
        int bucket = 0;
        while (bucket < s_bounds.Length && seconds > s_bounds[bucket])
        {
            bucket++;
        }

        Volatile.Write(ref _counts[bucket], _counts[bucket] + 1);
        Volatile.Write(ref _ticks, _ticks + taken.Ticks);
    }

    public LatencySnapshot Snapshot()
    {
        long[] counts = new long[_counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = Volatile.Read(ref _counts[i]);
        }

        return new LatencySnapshot(s_bounds, counts, TimeSpan.FromTicks(Volatile.Read(ref _ticks)).TotalSeconds);
    }
}
