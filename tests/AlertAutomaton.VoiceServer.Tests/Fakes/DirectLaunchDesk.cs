using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.VoiceServer.Desk;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>Launches straight into the engine.</summary>
internal sealed class DirectLaunchDesk(AlertService alerts) : ILaunchDesk
{
    public LaunchRequest? Last { get; private set; }

    public Task<DeliveryForecast?> ForecastAsync(LaunchRequest request, CancellationToken ct) =>
        Task.FromResult<DeliveryForecast?>(alerts.Forecast(request, new ForecastAssumptions { MessageLength = TimeSpan.FromSeconds(20) }));

    public Task<LaunchResult> LaunchAsync(LaunchRequest request, string idempotencyKey, CancellationToken ct)
    {
        Last = request;
        return alerts.LaunchAsync(request, idempotencyKey, ct);
    }

    public Task<TimeSpan?> RemainingAsync(Alert alert, AlertProgress progress, CancellationToken ct) => Task.FromResult<TimeSpan?>(TimeSpan.FromMinutes(3));

    public IReadOnlyList<LineTrouble> Troubles() => [];
}
