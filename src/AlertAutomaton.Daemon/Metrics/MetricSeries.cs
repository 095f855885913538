using System.Diagnostics.Metrics;
using System.Text;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>One line (or, for a histogram, one family of lines) of a scrape.</summary>
internal abstract class MetricSeries
{
    private MetricSeries(Instrument instrument, string type)
    {
        Description = instrument.Description ?? instrument.Name;
        Type = type;
        IsObserved = instrument.IsObservable;
    }

    public string Description { get; }

    public string Type { get; }

    public bool IsObserved { get; }

    public static MetricSeries For(Instrument instrument)
    {
        var kind = GenericName(instrument);
        return kind.StartsWith("Histogram", StringComparison.Ordinal)
            ? new HistogramSeries(instrument)
            : new ValueSeries(instrument, IsCounter(instrument) ? "counter" : "gauge", adds: !instrument.IsObservable && !kind.StartsWith("Gauge", StringComparison.Ordinal));
    }

    public static bool IsCounter(Instrument instrument) =>
        GenericName(instrument) is var name && (name.StartsWith("Counter", StringComparison.Ordinal) || name.StartsWith("ObservableCounter", StringComparison.Ordinal));

    public abstract void Record(double value);

    public abstract void WriteTo(StringBuilder text, string name, string labels);

    private static string GenericName(Instrument instrument) => instrument.GetType().Name;

    private sealed class ValueSeries(Instrument instrument, string type, bool adds) : MetricSeries(instrument, type)
    {
        private double _value;

        public override void Record(double value)
        {
            if (!adds)
            {
                Volatile.Write(ref _value, value);
                return;
            }

            double before;
            do
            {
                before = Volatile.Read(ref _value);
            }
            while (Interlocked.CompareExchange(ref _value, before + value, before) != before);
        }

        public override void WriteTo(StringBuilder text, string name, string labels) => SampleLine.WriteTo(text, name, labels, Volatile.Read(ref _value));
    }

    private sealed class HistogramSeries(Instrument instrument) : MetricSeries(instrument, "histogram")
    {
        // Seconds: from one packet time to a long call, which covers both operations and calls.
        private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

        private readonly Lock _gate = new();
        private readonly long[] _counts = new long[Bounds.Length + 1];
        private double _sum;

        public override void Record(double value)
        {
            var bucket = Array.FindIndex(Bounds, bound => value <= bound);
            lock (_gate)
            {
                _counts[bucket < 0 ? Bounds.Length : bucket]++;
                _sum += value;
            }
        }

        public override void WriteTo(StringBuilder text, string name, string labels)
        {
            lock (_gate)
            {
                new HistogramReading(Bounds, _counts, _sum).WriteTo(text, name, labels);
            }
        }
    }
}
