using System.Globalization;
using System.Text;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>A histogram that somebody else counted.</summary>
/// <param name="Bounds">The upper bounds of the buckets, ascending; one more bucket is above the last.</param>
/// <param name="Counts">How many fell into each bucket, not added up.</param>
/// <param name="Sum">All values together.</param>
internal sealed record HistogramReading(IReadOnlyList<double> Bounds, IReadOnlyList<long> Counts, double Sum)
{
    /// <summary>Writes the lines of one series: buckets added up, the sum, the count.</summary>
    public void WriteTo(StringBuilder text, string name, string labels)
    {
        long total = 0;
        for (var i = 0; i <= Bounds.Count; i++)
        {
            total += Counts[i];
            var bound = i == Bounds.Count ? "+Inf" : Bounds[i].ToString(CultureInfo.InvariantCulture);
            SampleLine.WriteTo(text, name + "_bucket", labels + (labels.Length == 0 ? "" : ",") + $"le=\"{bound}\"", total);
        }

        SampleLine.WriteTo(text, name + "_sum", labels, Sum);
        SampleLine.WriteTo(text, name + "_count", labels, total);
    }
}
