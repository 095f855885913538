using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Alarms of the operators' line, to the log and to whoever watches the live events.</summary>
internal sealed class OperatorAlarms(AlertService service, ILogger log) : IOperatorAlarms
{
    public void Raise(OperatorAlarm alarm)
    {
        HostLog.OperatorAlarm(log, alarm.Kind.ToString(), alarm.Operator?.Value, alarm.CallId);
        service.Announce(alarm);
    }
}
