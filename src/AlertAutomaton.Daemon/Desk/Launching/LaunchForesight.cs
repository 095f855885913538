using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Daemon.Desk.Usage;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Looks ahead before a launch, whether somebody orders it now or it was planned: how long, what it costs, and whether limits allow it.</summary>
internal sealed class LaunchForesight(AlertService service, AlertMessages messages, TextRefusals refusals, EngineLines lines, UsageDesk usage, DeskSettings settings)
{
    /// <summary>What forecasts of a message assume.</summary>
    public async Task<ForecastAssumptions> AssumptionsAsync(
        AlertMessage message, TimeSpan messageLength, AlertKind kind, AlertPurpose purpose, CancellationToken cancel)
    {
        var assumed = ForecastMapping.Map(settings.Forecast, settings.Calls, messageLength, messages.MenuLength(kind, purpose));
        return settings.KnownCalls.Count > 0 ? assumed with { Calls = settings.KnownCalls, TextsAnswered = settings.KnownTextsAnswered, TextAnswerTime = settings.KnownTextAnswerTime, MailsAnswered = 0 }
            : settings.Forecast.LearnFromPastAlerts ? await service.LearnFromPastAsync(assumed, message, cancel)
            : assumed;
    }

    /// <summary>How long a running alert still takes; null when that is not known.</summary>
    public async Task<TimeSpan?> RemainingAsync(Alert alert, AlertProgress live, CancellationToken cancel)
    {
        if (live.Phase == AlertPhase.Finished || messages.LengthOf(alert.Id) is not { } length)
        {
            return null;
        }

        var assumptions = await AssumptionsAsync(alert.Message, length, alert.Kind, alert.Policy.Purpose, cancel);
        return AlertService.ForecastRest(live, alert, lines.Capacity, assumptions).AllPasses;
    }

    /// <summary>How long a launch takes, what it costs, and where the limits would stand.</summary>
    public async Task<Foresight> ForeseeAsync(LaunchRequest request, TimeSpan length, CancellationToken cancel)
    {
        var assumptions = await AssumptionsAsync(request.Message, length, request.Kind, request.Policy.Purpose, cancel);
        var forecast = service.Forecast(request, assumptions);
        var cost = service.EstimateCost(request, forecast, assumptions, usage.Settings.Tariffs, usage.Settings.SegmentsOf);
        var judgement = await usage.JudgeAsync(cost.Expected, cancel);
        var resource = lines.Resource(forecast, length) with
        {
            Cost = UsageResources.Of(cost),
            Quota = judgement is null ? null : UsageResources.Of(judgement, request.Kind, request.Policy.Purpose),
        };
        return new Foresight(resource, judgement);
    }

    /// <summary>Lays who refuses texts over the audience and judges a launch by the limits. An order that was accepted before is let through: it starts nothing.</summary>
    /// <exception cref="Alerting.Stores.AlertStoreException">The refusals cannot be read now.</exception>
    public async Task<LaunchGate> JudgeAsync(LaunchRequest request, TimeSpan length, string idempotencyKey, OperatorTexts texts, CancellationToken cancel)
    {
        request = await refusals.ApplyAsync(request, cancel);
        if (!usage.Settings.Limits.HasAny)
        {
            return new LaunchGate(request, null, null);
        }

        var foresight = await ForeseeAsync(request, length, cancel);
        if (foresight.Judgement is not { } judgement)
        {
            return new LaunchGate(request, foresight, null);
        }

        if (!judgement.Allows(request.Kind, request.Policy.Purpose) && await service.FindOrderAsync(request.Organisation, idempotencyKey, cancel) is not null)
        {
            return new LaunchGate(request, foresight, null);
        }

        return usage.Allows(judgement, request.Kind, request.Policy.Purpose)
            ? new LaunchGate(request with { QuotaOverridden = judgement.Describe() }, foresight, null)
            : new LaunchGate(request, foresight, QuotaTexts.Refusal(foresight.Resource.Quota!, usage.Settings.Tariffs.Currency, texts));
    }
}
