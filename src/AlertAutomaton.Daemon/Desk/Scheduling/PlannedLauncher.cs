using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>Launches one occurrence of a planned alert: with the policy of that name as it is now, and the sound as it was when it was planned.</summary>
internal sealed class PlannedLauncher(AlertService service, AlertMessages messages, LaunchForesight foresight, LaunchSettings settings, OperatorTexts texts, TimeProvider time)
{
    public async Task<LaunchResult> LaunchAsync(ScheduledAlert alert, Occurrence occurrence, CancellationToken cancel)
    {
        var policy = settings.Policies.FirstOrDefault(known => string.Equals(known.Name, alert.Launch.Policy, StringComparison.OrdinalIgnoreCase));
        if (policy is null)
        {
            return new LaunchResult(LaunchVerdict.Invalid, default, [texts.Format("order.policy", alert.Launch.Policy, string.Join(", ", settings.Policies.Select(known => known.Name)))]);
        }

        var request = alert.Launch.ToRequest(alert.Organisation, policy, occurrence.IsReminder, $"{alert.CreatedBy}, planned {alert.Id}", time);
        var (preparation, length) = await messages.PrepareAsync(request.Message, cancel);
        if (!preparation.IsComplete)
        {
            messages.Forget(request.Message);
            return new LaunchResult(LaunchVerdict.NotReady, default, [texts.Format("order.not-spoken", AlertMessages.Describe(preparation, texts.Culture))]);
        }

        var key = ScheduledAlert.LaunchKey(alert.Id, occurrence);
        var gate = await foresight.JudgeAsync(request, length, key, texts, cancel);
        if (gate.Refusal is { } refusal)
        {
            messages.Forget(request.Message);
            return new LaunchResult(LaunchVerdict.Invalid, default, [refusal]);
        }

        var result = await service.LaunchAsync(gate.Request, key, cancel);
        if (result.Verdict == LaunchVerdict.Accepted)
        {
            messages.Keep(result.Alert, request.Message, length);
        }
        else
        {
            messages.Forget(request.Message);
        }

        return result;
    }
}
