using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>What an alarm of the operators' line means to those on duty. Pure.</summary>
public static class OperatorMatters
{
    /// <summary>The cause of what is told, and the key of the matter: one per kind and operator.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <returns>The key; no number, no secret.</returns>
    public static string KeyOf(OperatorAlarm alarm) => alarm.Operator is { } who ? $"operator:{alarm.Kind}:{who}" : $"operator:{alarm.Kind}";

    /// <summary>How much it wants a person: duress and a line that lets nobody in, now; one locked number, by day.</summary>
    /// <param name="kind">What happened.</param>
    /// <returns>The weight of its matter.</returns>
    public static DutySeverity SeverityOf(OperatorAlarmKind kind) => kind == OperatorAlarmKind.OperatorLocked ? DutySeverity.ByDay : DutySeverity.Urgent;

    /// <summary>Who is neither phoned nor texted: whoever is under duress stands beside somebody who must not notice.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <returns>Null: everybody may be.</returns>
    public static OperatorId? NotFor(OperatorAlarm alarm) => alarm.Kind == OperatorAlarmKind.Duress ? alarm.Operator : null;
}
