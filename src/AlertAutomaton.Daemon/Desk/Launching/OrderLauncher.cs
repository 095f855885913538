using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Launches an order that the engine has made itself: speaks it, judges it by the limits, keeps its sound for the calls.</summary>
internal sealed class OrderLauncher(AlertService service, AlertMessages messages, LaunchForesight foresight, OperatorTexts texts)
{
    public async Task<LaunchResult> LaunchAsync(LaunchRequest request, string key, CancellationToken cancel)
    {
        var (preparation, length) = await messages.PrepareAsync(request.Message, cancel);
        if (!preparation.IsComplete)
        {
            messages.Forget(request.Message);
            return new LaunchResult(LaunchVerdict.NotReady, default, [texts.Format("order.not-spoken", AlertMessages.Describe(preparation, texts.Culture))]);
        }

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
