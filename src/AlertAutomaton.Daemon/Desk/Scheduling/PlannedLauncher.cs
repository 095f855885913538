using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>Launches one occurrence of a planned alert: with the policy of that name as it is now, and the sound as it was when it was planned.</summary>
internal sealed class PlannedLauncher(OrderLauncher launcher, LaunchSettings settings, OperatorTexts texts, TimeProvider time)
{
    public async Task<LaunchResult> LaunchAsync(ScheduledAlert alert, Occurrence occurrence, CancellationToken cancel)
    {
        var policy = settings.Policies.FirstOrDefault(known => string.Equals(known.Name, alert.Launch.Policy, StringComparison.OrdinalIgnoreCase));
        if (policy is null)
        {
            return new LaunchResult(LaunchVerdict.Invalid, default, [texts.Format("order.policy", alert.Launch.Policy, string.Join(", ", settings.Policies.Select(known => known.Name)))]);
        }

        var request = alert.Launch.ToRequest(alert.Organisation, policy, occurrence.IsReminder, $"{alert.CreatedBy}, planned {alert.Id}", time);
        return await launcher.LaunchAsync(request, ScheduledAlert.LaunchKey(alert.Id, occurrence), cancel);
    }
}
