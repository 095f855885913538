using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.CommandLine.Progress;
using AlertAutomaton.Daemon.CommandLine.Usage;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Desk.Usage;

namespace AlertAutomaton.Daemon.CommandLine.Sending;

/// <summary>Gives one order to a desk: forecast, question, launch, and watching it to its end.</summary>
internal sealed class AlertSender(CommandContext context, IAlertDesk desk, bool deskIsHere)
{
    public async Task<int> SendAsync(SendRequest request, LaunchAlertRequest order)
    {
        ForecastResource forecast;
        switch (await desk.ForecastAsync(order, context.Surroundings.Interrupts.First))
        {
            case ForecastOutcome.Known known:
                forecast = known.Forecast;
                break;
            case ForecastOutcome.Invalid invalid:
                return OrderRefusal.Say(context, invalid.Problems);
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }

        SayForecast(order, forecast);
        if (forecast.Cost is { } estimate && UsageWords.Expected(estimate, context) is { } expected)
        {
            context.Say("cli.send.cost", expected);
        }

        if (forecast is { Quota: { } quota, Cost: { } cost })
        {
            // A key that was given may be that of an order accepted before, which no limit stops: the launch itself decides.
            if (!quota.Allowed && request.IdempotencyKey is null)
            {
                return context.FailWith(ExitCode.InvalidInput, QuotaTexts.Refusal(quota, cost.Currency, context.Texts));
            }

            UsageWords.Warn(context, quota, cost.Currency, isLaunchedAllTheSame: quota is { Allowed: true, State: "over" });
        }

        if (!LaunchConsent.IsGiven(context, request, order))
        {
            return context.Fail(ExitCode.Incomplete, "cli.send.not-agreed");
        }

        var key = request.IdempotencyKey ?? Guid.CreateVersion7(context.Time.GetUtcNow()).ToString("D");
        switch (await desk.LaunchAsync(order, key, "cli", CancellationToken.None))
        {
            case LaunchOutcome.Accepted accepted:
                return await AfterLaunchAsync(request, accepted.Response, forecast);
            case LaunchOutcome.Invalid invalid:
                return OrderRefusal.Say(context, invalid.Problems);
            case LaunchOutcome.KeyConflict:
                return context.Fail(ExitCode.InvalidInput, "problem.idempotency-key-conflict.title");
            case LaunchOutcome.OverQuota over:
                return context.FailWith(ExitCode.InvalidInput, over.Reason);
            case LaunchOutcome.NoSpace full:
                return context.FailWith(ExitCode.Unavailable, full.Reason);
            case LaunchOutcome.Unavailable unavailable:
                return context.FailWith(ExitCode.Unavailable, unavailable.Reason);
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    private async Task<int> AfterLaunchAsync(SendRequest request, LaunchAlertResponse response, ForecastResource forecast)
    {
        context.Say(response.AlreadyAccepted ? "cli.send.already" : "cli.send.accepted", response.Id, response.Recipients);
        if (response.RefusalsOverridden > 0)
        {
            context.Say("cli.send.overridden", response.RefusalsOverridden);
        }

        if (response.LeftOut > 0)
        {
            context.Say("cli.send.left-out", response.LeftOut);
        }

        if (!request.Wait && !deskIsHere)
        {
            if (context.Json)
            {
                context.WriteJson(response);
            }

            context.Say("cli.send.follow", response.Id);
            return ExitCode.Success;
        }

        var watcher = new AlertWatcher(context, desk);
        var seen = await watcher.WatchAsync(response.Id, context.Surroundings.Interrupts.First);
        if (seen.State is not "finished" && Choose(request.OnInterrupt) == InterruptChoice.Stop)
        {
            context.Say("cli.send.stopping");
            await desk.ChangeAsync(response.Id, AlertChange.Stop, context.Texts["cli.send.stop-reason"], "cli", CancellationToken.None);
            seen = await watcher.WatchAsync(response.Id, CancellationToken.None);
        }

        if (context.Json)
        {
            context.WriteJson(SendSummary.Of(seen, forecast, response.AlreadyAccepted));
        }
        else
        {
            Scores.Show(context, seen);
        }

        if (seen.State is not "finished")
        {
            context.Say(deskIsHere ? "cli.send.left-here" : "cli.send.left", response.Id);
            return ExitCode.Incomplete;
        }

        return seen.Ending is "stopped" ? ExitCode.Incomplete : ExitCode.Success;
    }

    private InterruptChoice Choose(InterruptChoice asked)
    {
        if (asked != InterruptChoice.Ask || !context.Surroundings.IsTerminal || context.Json)
        {
            return asked == InterruptChoice.Stop ? InterruptChoice.Stop : InterruptChoice.Leave;
        }

        context.Out.Write(context.Texts["cli.send.ask"] + " ");
        var answer = context.Surroundings.In.ReadLine()?.Trim();
        return string.Equals(answer, context.Texts["cli.send.ask.stop"], StringComparison.OrdinalIgnoreCase) ? InterruptChoice.Stop : InterruptChoice.Leave;
    }

    private void SayForecast(LaunchAlertRequest order, ForecastResource forecast)
    {
        var texts = context.Texts;
        var kind = texts.Has("kind." + order.Kind.ToLowerInvariant()) ? texts["kind." + order.Kind.ToLowerInvariant()] : order.Kind;
        context.Say("cli.send.what", order.Title, kind, order.Recipients.Count, order.Policy);
        if (forecast.LimitedBy is "noLine")
        {
            context.Say("cli.send.no-line");
            return;
        }

        context.Say("cli.send.forecast", forecast.Channels, forecast.CallsPerSecond, forecast.CallsPerMinute, forecast.MessageSeconds);
        context.Say(
            "cli.send.forecast.time", Spans.Text(forecast.FirstPassSeconds, texts), forecast.ReachedByFirstPass,
            Spans.Text(forecast.TotalSeconds, texts), forecast.Reached, forecast.Attempts);
        if (forecast is { TotalSecondsAtLeast: { } least, TotalSecondsAtMost: { } most } && least < most)
        {
            context.Say("cli.send.forecast.range", Spans.Text(least, texts), Spans.Text(most, texts));
        }
    }
}
