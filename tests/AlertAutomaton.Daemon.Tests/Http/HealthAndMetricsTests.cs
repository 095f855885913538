using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using AlertAutomaton.Contracts.Health;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Metrics;

namespace AlertAutomaton.Daemon.Tests.Http;

public sealed class HealthAndMetricsTests
{
    [Fact]
    public async Task Live_answers_as_long_as_the_process_does()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        face.Desk.Ready = false;

        Assert.Equal(HttpStatusCode.OK, (await face.Client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Ready_says_why_not()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await face.Client.GetAsync("/health/ready")).StatusCode);
        face.Desk.Ready = false;

        var answer = await face.Client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var report = await answer.Content.ReadFromJsonAsync<HealthReport>();
        Assert.Equal("The disk is full.", Assert.Single(report!.Components).Detail);
    }

    [Fact]
    public async Task Status_shows_the_lines()
    {
        await using var face = await HttpFaceFixture.StartAsync();

        var status = await face.Client.GetFromJsonAsync<DaemonStatus>("/api/v1/status");

        Assert.Equal(3, Assert.Single(status!.Trunks).InUse);
    }

    [Fact]
    public void Counters_gauges_and_histograms_are_written_as_prometheus_reads_them()
    {
        using var exporter = new PrometheusExporter();
        using var meter = new Meter("AlertAutomaton.Tests");
        var calls = meter.CreateCounter<long>("calls.placed", description: "Calls placed");
        calls.Add(2, new KeyValuePair<string, object?>("trunk", "a \"b\"\n"));
        calls.Add(3, new KeyValuePair<string, object?>("trunk", "a \"b\"\n"));
        meter.CreateObservableGauge("lines.in.use", () => 7);
        var busy = meter.CreateUpDownCounter<int>("busy");
        busy.Add(5);
        busy.Add(-2);
        var length = meter.CreateHistogram<double>("call.length", "s");
        length.Record(0.3);
        length.Record(400);

        var lines = exporter.Write().Split('\n');

        Assert.Contains("# TYPE calls_placed_total counter", lines);
        Assert.Contains("calls_placed_total{trunk=\"a \\\"b\\\"\\n\"} 5", lines);
        Assert.Contains("lines_in_use 7", lines);
        Assert.Contains("# TYPE busy gauge", lines);
        Assert.Contains("busy 3", lines);
        Assert.Contains("call_length_seconds_bucket{le=\"0.25\"} 0", lines);
        Assert.Contains("call_length_seconds_bucket{le=\"0.5\"} 1", lines);
        Assert.Contains("call_length_seconds_bucket{le=\"+Inf\"} 2", lines);
        Assert.Contains("call_length_seconds_sum 400.3", lines);
        Assert.Contains("call_length_seconds_count 2", lines);
    }

    [Fact]
    public void Meters_of_strangers_are_left_out()
    {
        using var exporter = new PrometheusExporter();
        using var meter = new Meter("Somebody.Else");
        meter.CreateCounter<int>("noise").Add(1);

        Assert.DoesNotContain("noise", exporter.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scrape_says_its_format()
    {
        await using var face = await HttpFaceFixture.StartAsync();

        var answer = await face.Client.GetAsync("/metrics");

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("# TYPE ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
