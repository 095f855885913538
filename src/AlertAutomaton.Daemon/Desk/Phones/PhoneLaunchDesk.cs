using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.VoiceServer.Desk;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>What happens around a launch that was ordered by phone: the same as around every other one.</summary>
internal sealed class PhoneLaunchDesk(
    AlertService service, SqliteAlertStore store, AlertMessages messages, OrderLauncher launcher, LaunchForesight foresight, EngineLines lines, LaunchSettings settings) : ILaunchDesk
{
    public async Task<DeliveryForecast?> ForecastAsync(LaunchRequest request, CancellationToken ct)
    {
        var (preparation, length) = await messages.PrepareAsync(request.Message, ct);
        messages.Forget(request.Message);
        return preparation.IsComplete
            ? service.Forecast(request, await foresight.AssumptionsAsync(request.Message, length, request.Kind, request.Policy.Purpose, ct))
            : null;
    }

    public async Task<LaunchResult> LaunchAsync(LaunchRequest request, string idempotencyKey, CancellationToken ct)
    {
        var result = await launcher.LaunchAsync(request with { TimeZone = settings.TimeZone }, idempotencyKey, ct);
        return result.Verdict == LaunchVerdict.NotReady && service.Health.CanWork ? result with { Verdict = LaunchVerdict.Invalid } : result;
    }

    public Task<TimeSpan?> RemainingAsync(Alert alert, AlertProgress progress, CancellationToken ct) => foresight.RemainingAsync(alert, progress, ct);

    public IReadOnlyList<LineTrouble> Troubles()
    {
        var troubles = new List<LineTrouble>();
        AddIf(lines.Trunks().Any(trunk => trunk.State is "down"), LineTrouble.Trunk);
        AddIf(lines.Gateways().Any(gateway => gateway.State is "down"), LineTrouble.Gateway);
        AddIf(lines.MailTrouble is { Length: > 0 }, LineTrouble.Mail);
        AddIf(!service.Health.CanWork || store.Health.Condition is not (StoreCondition.Ready or StoreCondition.Busy), LineTrouble.Store);
        return troubles;

        void AddIf(bool holds, LineTrouble trouble)
        {
            if (holds)
            {
                troubles.Add(trouble);
            }
        }
    }
}
