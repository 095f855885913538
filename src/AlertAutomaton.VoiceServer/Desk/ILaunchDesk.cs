using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Progress;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>What the host does around the engine for every launch, whoever orders it: prepare the sound, forecast, launch, keep the sound for the calls.</summary>
public interface ILaunchDesk
{
    /// <summary>Prepares the message and says how long the launch takes.</summary>
    /// <param name="request">What would be launched.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when the message has no sound.</returns>
    Task<DeliveryForecast?> ForecastAsync(LaunchRequest request, CancellationToken ct);

    /// <summary>Launches; the message is spoken before the order is accepted.</summary>
    /// <param name="request">The order.</param>
    /// <param name="idempotencyKey">The same key never launches twice.</param>
    /// <param name="ct">Gives up before it is accepted.</param>
    /// <returns>The engine's answer; a message without sound is <see cref="LaunchVerdict.Invalid"/>.</returns>
    Task<LaunchResult> LaunchAsync(LaunchRequest request, string idempotencyKey, CancellationToken ct);

    /// <summary>How long a running alert still takes.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="progress">Its figures.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when that is not known.</returns>
    Task<TimeSpan?> RemainingAsync(Alert alert, AlertProgress progress, CancellationToken ct);

    /// <summary>What is wrong with the ways out now.</summary>
    /// <returns>Empty when all is well.</returns>
    IReadOnlyList<LineTrouble> Troubles();
}
