using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>
/// Writes the built-in meters in the Prometheus text format 0.0.4. Counters and histograms are added up as they are recorded;
/// observable instruments are asked when somebody scrapes. A meter whose scope is another exporter's is not its own: several engines
/// in one process do not count for each other.
/// </summary>
internal sealed class PrometheusExporter : IDisposable
{
    // A label that takes endless values would fill the memory; what comes after this many series is counted nowhere.
    private const int MostSeries = 5_000;

    private static readonly string[] Sources = ["AlertAutomaton", "System.Runtime"];

    private readonly Lock _scrape = new();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<SeriesKey, MetricSeries> _series = new();

    public PrometheusExporter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if ((instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, this))
                && Array.Exists(Sources, source => instrument.Meter.Name.StartsWith(source, StringComparison.Ordinal)))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Record(instrument, (double)value, tags));
        _listener.Start();
    }

    /// <summary>Called before each scrape; reads what the observable instruments show.</summary>
    public Func<CancellationToken, Task> Refresh { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Histograms that others count.</summary>
    public IReadOnlyList<HistogramFamily> Histograms { get; set; } = [];

    /// <summary>The text of one scrape, freshly read.</summary>
    public async Task<string> WriteAsync(CancellationToken cancel)
    {
        await Refresh(cancel);
        return Write();
    }

    /// <summary>The text of one scrape.</summary>
    public string Write()
    {
        // Two scrapes at once would take each other's observed series away.
        lock (_scrape)
        {
            return WriteFamilies();
        }
    }

    public void Dispose() => _listener.Dispose();

    private string WriteFamilies()
    {
        // A trunk that is gone must not be shown with its last value for ever.
        foreach (var (key, series) in _series)
        {
            if (series.IsObserved)
            {
                _series.TryRemove(key, out _);
            }
        }

        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _series.GroupBy(pair => pair.Key.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var first = family.First().Value;
            WriteHead(text, family.Key, first.Description, first.Type);
            foreach (var (key, series) in family.OrderBy(pair => pair.Key.Labels, StringComparer.Ordinal))
            {
                series.WriteTo(text, key.Name, key.Labels);
            }
        }

        foreach (var family in Histograms)
        {
            if (family.Read() is { } reading)
            {
                WriteHead(text, family.Name, family.Description, "histogram");
                reading.WriteTo(text, family.Name, "");
            }
        }

        return text.ToString();
    }

    private static void WriteHead(StringBuilder text, string name, string description, string type)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(EscapeHelp(description)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = new SeriesKey(MetricNames.Of(instrument), Labels(tags));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MostSeries)
            {
                return;
            }

            series = _series.GetOrAdd(key, static (_, made) => MetricSeries.For(made), instrument);
        }

        series.Record(value);
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(MetricNames.Clean(name)).Append("=\"");
            text.Append(EscapeLabel(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return text.ToString();
    }

    private static string EscapeLabel(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string EscapeHelp(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private readonly record struct SeriesKey(string Name, string Labels);
}
