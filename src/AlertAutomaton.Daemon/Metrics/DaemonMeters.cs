using System.Diagnostics.Metrics;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>What the daemon shows of lines and alerts; read when somebody scrapes.</summary>
internal sealed class DaemonMeters : IDisposable
{
    private readonly Meter _meter = new("AlertAutomaton.Daemon");
    private readonly IAlertDesk _desk;

    public DaemonMeters(IAlertDesk desk)
    {
        _desk = desk;
        _meter.CreateObservableGauge("alertautomaton.ready", () => desk.Health().Status is "ready" ? 1 : 0, description: "1 when an alert could be launched now");
        _meter.CreateObservableGauge("alertautomaton.trunk.channels", () => Trunks(trunk => trunk.Channels), description: "Channels that may be used now");
        _meter.CreateObservableGauge("alertautomaton.trunk.in_use", () => Trunks(trunk => trunk.InUse), description: "Channels in use");
        _meter.CreateObservableGauge("alertautomaton.trunk.up", () => Trunks(trunk => trunk.State is "down" ? 0 : 1), description: "0 when the trunk is down");
        _meter.CreateObservableGauge("alertautomaton.alert.recipients", Scores, description: "Recipients of unfinished alerts by score so far");
        _meter.CreateObservableGauge("alertautomaton.alert.attempts", Attempts, description: "Attempts begun by unfinished alerts");
    }

    public void Dispose() => _meter.Dispose();

    private DaemonStatus Status() => _desk.StatusAsync(CancellationToken.None).GetAwaiter().GetResult();

    private IEnumerable<Measurement<int>> Trunks(Func<TrunkStatus, int> value) =>
        Status().Trunks.Select(trunk => new Measurement<int>(value(trunk), new KeyValuePair<string, object?>("trunk", trunk.Name)));

    private IEnumerable<Measurement<int>> Scores() => Status().Alerts.SelectMany(alert => new (string Score, int Count)[]
    {
        ("confirmed", alert.Progress.Confirmed),
        ("probably_heard", alert.Progress.ProbablyHeard),
        ("voicemail_only", alert.Progress.VoicemailOnly),
        ("sent_only", alert.Progress.SentOnly),
        ("unreached", alert.Progress.Unreached),
    }.Select(one => new Measurement<int>(
        one.Count, new KeyValuePair<string, object?>("alert", alert.Id), new KeyValuePair<string, object?>("kind", alert.Kind), new KeyValuePair<string, object?>("score", one.Score))));

    private IEnumerable<Measurement<long>> Attempts() =>
        Status().Alerts.Select(alert => new Measurement<long>(alert.Progress.Attempts, new KeyValuePair<string, object?>("alert", alert.Id)));
}
