using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>What the desk knows beside the engine.</summary>
internal sealed record DeskSettings
{
    public required LaunchSettings Launch { get; init; }

    /// <summary>How the organisation's name is said, per language.</summary>
    public required IReadOnlyDictionary<string, SpokenText> OrganisationVoice { get; init; }

    public required CallOptions Calls { get; init; }

    public required ForecastOptions Forecast { get; init; }

    /// <summary>How calls are known to go, in place of the assumptions of <see cref="Forecast"/>; empty: nothing is known.</summary>
    public required IReadOnlyList<IReadOnlyList<AssumedCall>> KnownCalls { get; init; }

    /// <summary>The share of texted households that is known to answer before they would be called; counts with <see cref="KnownCalls"/>.</summary>
    public double KnownTextsAnswered { get; init; }

    /// <summary>How long they take to answer; counts with <see cref="KnownCalls"/>.</summary>
    public TimeSpan KnownTextAnswerTime { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
