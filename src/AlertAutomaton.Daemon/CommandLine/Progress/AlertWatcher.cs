using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Desk;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine.Progress;

/// <summary>Follows an alert to its end: drawn in place on a terminal, a line now and then elsewhere, silently for machines.</summary>
internal sealed class AlertWatcher(CommandContext context, IAlertDesk desk)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <summary>The alert when it has finished, or as it was when <paramref name="until"/> was cancelled.</summary>
    public async Task<AlertResource> WatchAsync(Guid alert, CancellationToken until)
    {
        if (!context.Json && context.Surroundings.IsTerminal)
        {
            AlertResource? last = null;
            await context.Console.Live(new Text("")).StartAsync(async live =>
                last = await FollowAsync(alert, seen => live.UpdateTarget(ProgressView.Draw(seen, context.Texts)), until));
            return last!;
        }

        var lastLine = context.Time.GetTimestamp();
        return await FollowAsync(
            alert,
            seen =>
            {
                if (!context.Json && (seen.State is "finished" || context.Time.GetElapsedTime(lastLine) >= LineEvery))
                {
                    lastLine = context.Time.GetTimestamp();
                    context.Out.WriteLine(ProgressView.Line(seen, context.Texts));
                }
            },
            until);
    }

    private async Task<AlertResource> FollowAsync(Guid alert, Action<AlertResource> show, CancellationToken until)
    {
        using var timer = new PeriodicTimer(Glance, context.Time);
        while (true)
        {
            var seen = await desk.FindAsync(alert, CancellationToken.None)
                ?? throw new InvalidOperationException($"The alert {alert} is not known any more.");
            show(seen);
            if (seen.State is "finished" || until.IsCancellationRequested)
            {
                return seen;
            }

            try
            {
                await timer.WaitForNextTickAsync(until);
            }
            catch (OperationCanceledException)
            {
                // One more look, so that the last figures are those of now.
            }
        }
    }
}
