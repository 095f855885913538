using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Contracts.Events;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>The engine's notices as they cross HTTP: identifiers and outcomes, never a name or a number.</summary>
internal static class LiveEvents
{
    public static LiveEvent Of(AlertNotice notice) => notice switch
    {
        ProgressNotice progress => new LiveEvent
        {
            Sequence = notice.Sequence,
            Kind = "progress",
            Time = notice.At,
            AlertId = progress.Progress.Alert.Value,
            State = AlertResources.Word(progress.Progress.Phase),
            Progress = AlertResources.Progress(progress.Progress),
        },
        AttemptNotice attempt => new LiveEvent
        {
            Sequence = notice.Sequence,
            Kind = "attempt",
            Time = notice.At,
            AlertId = attempt.Alert.Value,
            Detail = AlertResources.Word(attempt.Outcome),
        },
        OperatorAlarmNotice alarm => new LiveEvent
        {
            Sequence = notice.Sequence,
            Kind = "alarm",
            Time = notice.At,
            OperatorId = alarm.Alarm.Operator?.Value,
            Detail = AlertResources.Word(alarm.Alarm.Kind),
        },
        HealthNotice health => new LiveEvent { Sequence = notice.Sequence, Kind = "health", Time = notice.At, Detail = health.Health.StoreFault },
        _ => throw new InvalidOperationException($"Unknown notice {notice.GetType().Name}."),
    };
}
