namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>How long writes took, as a histogram since the store was opened.</summary>
/// <param name="Bounds">The upper bounds of the buckets in seconds, included, ascending; one more bucket is above the last.</param>
/// <param name="Counts">How many fell into each bucket, not added up; one more than there are bounds.</param>
/// <param name="Sum">Seconds, all together.</param>
public sealed record LatencySnapshot(IReadOnlyList<double> Bounds, IReadOnlyList<long> Counts, double Sum)
{
    /// <summary>How many were measured.</summary>
    public long Count => Counts.Sum();

    /// <summary>The bound that at least this share of writes stayed under.</summary>
    /// <param name="share">0 to 1.</param>
    /// <returns>Seconds; infinite when it lies above the last bound, 0 when nothing was measured.</returns>
    public double Quantile(double share)
    {
        double wanted = Math.Ceiling(Count * share);
        long below = 0;
        for (int i = 0; i < Bounds.Count; i++)
        {
            below += Counts[i];
            if (below >= wanted)
            {
                return wanted > 0 ? Bounds[i] : 0;
            }
        }

        return double.PositiveInfinity;
    }
}
