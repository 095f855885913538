using System.Diagnostics.Metrics;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Desk.Readings;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Storage.Health;
using Measure = System.Diagnostics.Metrics.Measurement<long>;
using Label = System.Collections.Generic.KeyValuePair<string, object?>;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>
/// What the daemon shows of lines, alerts, attempts and its store. The engine is read once per scrape. Labels take the names of
/// configured lines and words of closed lists, never an alert, a household or a number.
/// </summary>
internal sealed class DaemonMeters : IDisposable
{
    private readonly Meter _meter;
    private EngineReading? _now;

    /// <param name="readings">The engine.</param>
    /// <param name="exporter">Who shows it.</param>
    public DaemonMeters(EngineReadings readings, PrometheusExporter exporter)
    {
        _meter = new Meter(new MeterOptions("AlertAutomaton.Daemon") { Scope = exporter });
        ProcessMeters.AddTo(_meter);
        exporter.Refresh = async cancel => _now = await readings.ReadAsync(cancel);
        exporter.Histograms =
        [
            new HistogramFamily(
                "alertautomaton_journal_sync_seconds",
                "From handing a write to the store over to its sync on disk",
                () => _now?.Writer.Latency is { } latency ? new HistogramReading(latency.Bounds, latency.Counts, latency.Sum) : null),
        ];
        Gauge("build_info", "1; the label is the version of the program", _ => [new Measure(1, new Label("version", Engine.Version))]);
        Gauge("ready", "1 when an alert could be launched now", now => [new Measure(now.IsReady ? 1 : 0)]);
        Lines();
        Alerts();
        Attempts();
        Store();
        Duty();
    }

    public void Dispose() => _meter.Dispose();

    private void Lines()
    {
        Gauge("trunk.channels", "Channels that may be used now", now => Trunks(now, trunk => trunk.Channels));
        Gauge("trunk.in_use", "Channels in use", now => Trunks(now, trunk => trunk.InUse));
        Gauge("trunk.up", "0 when the trunk is down", now => Trunks(now, trunk => trunk.State is "down" ? 0 : 1));
    }

    private void Alerts()
    {
        Gauge("alerts", "Unfinished alerts by state", now =>
            [By("state", "running", now.Load.Running), By("state", "paused", now.Load.Paused), By("state", "ending", now.Load.Ending)]);
        Gauge("recipients.queued", "Recipients whose next attempt could begin now if a line were free (ready), is planned for later (waiting), or who are only listened for (listening)", now =>
            [By("state", "ready", now.Load.Ready), By("state", "waiting", now.Load.Waiting), By("state", "listening", now.Load.Listening)]);
        Gauge("recipients", "Recipients of unfinished alerts by kind of alert and score so far", Scores);
    }

    private void Attempts()
    {
        Gauge("attempts.open", "Attempts under way", now => now.Load.Open.Select(pair => By("channel", Word(pair.Key), pair.Value)));
        Gauge("awaiting_receipt", "Texts and mails of unfinished alerts that the network took and said nothing final about", now =>
            now.Load.AwaitingReport.Select(pair => By("channel", Word(pair.Key), pair.Value)));
        Counter("attempts", "Attempts that ended, by channel and outcome", now => Counts(now.Attempts.Ended, now.Load.Channels));
        Counter("receipts", "What the network told later: receipts of texts, bounces of mails", now =>
            Counts(now.Attempts.Reports, [.. now.Load.Channels.Where(channel => channel != ChannelKind.Voice)]));
        Counter("text.segments", "Segments of texts that gateways took", now => [new Measure(now.Attempts.Segments)]);
        _meter.CreateObservableCounter("alertautomaton.call.talk", () => _now?.Attempts.Talked.TotalSeconds ?? 0, "s", "From the answers to the ends of all calls");
    }

    private void Store()
    {
        Gauge("store.condition", "1 for the condition in which the store is", now =>
            Enum.GetValues<StoreCondition>().Select(condition => By("condition", Word(condition), now.Store.Condition == condition ? 1 : 0)));
        Counter("journal.writes", "Writes that were synced", now => [new Measure(now.Writer.Writes)]);
        Counter("journal.commits", "Synced transactions; many writes share one", now => [new Measure(now.Writer.Commits)]);
        Counter("journal.contradictions", "Entries that the store refused because they contradict the journal", now => [new Measure(now.Health.Contradictions)]);
        Gauge("journal.unwritten", "Facts that wait in memory for a store that cannot write", now => [new Measure(now.Health.Unwritten)]);
    }

    private void Duty()
    {
        Gauge("duty.people", "People on duty now", now => now.Duty?.PeopleOnDuty is { } people ? [new Measure(people)] : []);
        Gauge("duty.matters", "What wants a person: open while nobody has it, taken once somebody has", now =>
            now.Duty is { PeopleOnDuty: not null } duty ? [By("state", "open", duty.OpenMatters), By("state", "taken", duty.TakenMatters)] : []);
        Counter("heartbeat.calls", "Test calls by result", now => now.Duty?.Heartbeat is { } heartbeat
            ? [By("result", "good", heartbeat.Good), By("result", "failed", heartbeat.Failed), By("result", "skipped", heartbeat.Skipped)]
            : []);
        Gauge("heartbeat.alarmed", "1 from the alarm for failed or missing test calls to the next good one", now => now.Duty?.Heartbeat is { } heartbeat ? [new Measure(heartbeat.IsAlarmed ? 1 : 0)] : []);
        Gauge("heartbeat.last_good_timestamp_seconds", "Unix time of the last good test call", now =>
            now.Duty?.Heartbeat?.LastGood is { } good ? [new Measure(good.ToUnixTimeSeconds())] : []);
    }

    private void Gauge(string name, string description, Func<EngineReading, IEnumerable<Measure>> read) =>
        _meter.CreateObservableGauge("alertautomaton." + name, () => _now is { } now ? read(now) : [], description: description);

    private void Counter(string name, string description, Func<EngineReading, IEnumerable<Measure>> read) =>
        _meter.CreateObservableCounter("alertautomaton." + name, () => _now is { } now ? read(now) : [], description: description);

    private static IEnumerable<Measure> Trunks(EngineReading now, Func<TrunkStatus, long> value) => now.Trunks.Select(trunk => By("trunk", trunk.Name, value(trunk)));

    private static IEnumerable<Measure> Scores(EngineReading now) =>
        from kind in now.Alerts.GroupBy(alert => alert.Kind)
        from score in new (string Name, int Count)[]
        {
            ("confirmed", kind.Sum(alert => alert.Totals.Confirmed)),
            ("probably_heard", kind.Sum(alert => alert.Totals.ProbablyHeard)),
            ("voicemail_only", kind.Sum(alert => alert.Totals.VoicemailOnly)),
            ("sent_only", kind.Sum(alert => alert.Totals.SentOnly)),
            ("unreached", kind.Sum(alert => alert.Totals.Unreached)),
        }
        select new Measure(score.Count, new Label("kind", Word(kind.Key)), new Label("score", score.Name));

    // Every outcome is there from the first scrape on: a series that begins with its first event hides that event from rates.
    private static IEnumerable<Measure> Counts(IReadOnlyList<AttemptCount> counts, IReadOnlyList<ChannelKind> channels)
    {
        var counted = counts.ToDictionary(count => (count.Channel, count.Outcome), count => count.Count);
        return from channel in channels.Concat(counts.Select(count => count.Channel)).Distinct()
               from outcome in Enum.GetValues<AttemptOutcome>()
               where outcome != AttemptOutcome.Open
               select new Measure(counted.GetValueOrDefault((channel, outcome)), new Label("channel", Word(channel)), new Label("outcome", Word(outcome)));
    }

    private static Measure By(string label, string value, long count) => new(count, new Label(label, value));

    private static string Word<T>(T value)
        where T : struct, Enum => MetricNames.Word(value.ToString());
}
