using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Dispatch;

/// <content>What there is to do at one moment, for whoever watches the engine.</content>
internal sealed partial class Dispatcher
{
    public Task<EngineLoad> LoadAsync()
    {
        var done = NewSource<EngineLoad>();
        Post(() => done.TrySetResult(MeasureLoad()));
        return done.Task;
    }

    private EngineLoad MeasureLoad()
    {
        var channels = _channels.Keys.Order().ToArray();
        var open = channels.ToDictionary(channel => channel, _ => 0);
        var awaiting = channels.Where(channel => channel != ChannelKind.Voice).ToDictionary(channel => channel, _ => 0);
        var (ready, waiting, listening) = (0, 0, 0);
        foreach (var run in _runs)
        {
            ready += run.Ready;
            foreach (var (entry, _) in run.Due.UnorderedItems)
            {
                waiting += entry is { IsStale: false, Recipient: { IsListening: false, IsReady: false } } ? 1 : 0;
                listening += entry is { IsStale: false, Recipient.IsListening: true } ? 1 : 0;
            }

            foreach (var attempt in run.Open)
            {
                open[attempt.Point.Kind] = open.GetValueOrDefault(attempt.Point.Kind) + 1;
            }

            // An alert by phone alone has nothing to look through, and may have a million recipients.
            if (awaiting.Count > 0 && run.Alert.Policy.Lanes.Any(lane => awaiting.ContainsKey(lane.Channel)))
            {
                CountAwaiting(run, awaiting);
            }
        }

        return new EngineLoad
        {
            Running = _runs.Count(run => run.Phase == AlertPhase.Running),
            Paused = _runs.Count(run => run.Phase == AlertPhase.Paused),
            Ending = _runs.Count(run => run.Phase == AlertPhase.Ending),
            Ready = ready,
            Waiting = waiting,
            Listening = listening,
            Channels = channels,
            Open = open,
            AwaitingReport = awaiting,
        };
    }

    private static void CountAwaiting(AlertRun run, Dictionary<ChannelKind, int> awaiting)
    {
        foreach (var recipient in run.Recipients)
        {
            foreach (ref readonly var attempt in recipient.Attempts)
            {
                var kind = recipient.Points[attempt.PointIndex].Kind;
                if (attempt.Outcome == AttemptOutcome.Submitted && awaiting.TryGetValue(kind, out var count))
                {
                    awaiting[kind] = count + 1;
                }
            }
        }
    }
}
