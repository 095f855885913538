using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>What others ask of alerts in memory.</content>
internal sealed partial class Dispatcher
{
    public Task<RunningRecipient?> RecipientAsync(AlertId alert, RecipientId recipient)
    {
        var done = NewSource<RunningRecipient?>();
        Post(() => done.TrySetResult(
            _runs.Find(run => run.Alert.Id == alert) is { FinishWritten: false } run && run.Find(recipient) is { } state
                ? new RunningRecipient(run.Alert, state.Language, [.. state.Points])
                : null));
        return done.Task;
    }
}
