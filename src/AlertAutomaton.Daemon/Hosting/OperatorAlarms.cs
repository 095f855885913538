using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Alarms of the operators' line, to the log, to whoever watches the live events, and to the others on duty.</summary>
internal sealed class OperatorAlarms(AlertService service, ILogger log) : IOperatorAlarms
{
    private IOperatorAlarms? _others;

    /// <summary>Who tells those on duty; null while nobody does.</summary>
    public IOperatorAlarms? Others
    {
        get => Volatile.Read(ref _others);
        set => Volatile.Write(ref _others, value);
    }

    public void Raise(OperatorAlarm alarm)
    {
        HostLog.OperatorAlarm(log, alarm.Kind.ToString(), alarm.Operator?.Value, alarm.CallId);
        service.Announce(alarm);
        Others?.Raise(alarm);
    }
}
