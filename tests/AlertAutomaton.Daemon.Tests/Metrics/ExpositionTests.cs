using System.Diagnostics.Metrics;
using AlertAutomaton.Daemon.Metrics;

namespace AlertAutomaton.Daemon.Tests.Metrics;

public sealed class ExpositionTests
{
    [Fact]
    public void Whatever_stands_in_names_labels_and_descriptions_a_strict_reader_takes_it()
    {
        using var exporter = new PrometheusExporter();
        using var meter = new Meter(new MeterOptions("AlertAutomaton.Hostile") { Scope = exporter });
        meter.CreateCounter<long>("9 odd-name/é", "s", "two\nlines \\ and \"quotes\"").Add(3, Label("a b", "x\\y\"z\n}"), Label("c", null));
        meter.CreateObservableGauge("extremes", () => new Measurement<double>[]
        {
            new(double.PositiveInfinity, Label("of", "up")), new(double.NegativeInfinity, Label("of", "down")),
            new(double.NaN, Label("of", "nothing")), new(1e-7, Label("of", "small")), new(-1.5e300, Label("of", "large")),
        });
        var taken = meter.CreateHistogram<double>("taken", "s");
        taken.Record(0.2, new KeyValuePair<string, object?>("of", "a"));
        taken.Record(1000, new KeyValuePair<string, object?>("of", "b"));
        exporter.Histograms = [new HistogramFamily("given_seconds", "given", () => new HistogramReading([0.1, 1], [1, 2, 3], 4.5)), new HistogramFamily("silent", "none", () => null)];

        var read = Exposition.Read(exporter.Write());

        Assert.Equal(3, read.Sum("_9_odd_name___seconds_total", "a_b=\"x\\\\y\\\"z\\n}\"", "c=\"\""));
        Assert.Equal(3, read.Sum("given_seconds_bucket", "le=\"1\""));
        Assert.Equal(6, read.Sum("given_seconds_count"));
        Assert.Equal("histogram", read.Families["taken_seconds"]);
        Assert.DoesNotContain("silent", read.Families.Keys);
    }

    [Fact]
    public void Meters_of_another_exporter_are_left_out()
    {
        using var mine = new PrometheusExporter();
        using var other = new PrometheusExporter();
        using var meter = new Meter(new MeterOptions("AlertAutomaton.Engine") { Scope = other });
        meter.CreateCounter<int>("theirs").Add(1);

        Assert.Equal(1, Exposition.Read(other.Write()).Sum("theirs_total"));
        Assert.DoesNotContain("theirs", mine.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scrapes_at_once_each_show_every_observed_series_once()
    {
        using var exporter = new PrometheusExporter();
        using var meter = new Meter(new MeterOptions("AlertAutomaton.Crowd") { Scope = exporter });
        meter.CreateObservableGauge("crowd", () => Enumerable.Range(0, 50).Select(i => new Measurement<int>(1, new KeyValuePair<string, object?>("i", i))));

        var texts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => exporter.WriteAsync(CancellationToken.None))));

        Assert.All(texts, text => Assert.Equal(50, Exposition.Read(text).Sum("crowd")));
    }

    private static KeyValuePair<string, object?> Label(string name, object? value) => new(name, value);
}
