using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>What is known of a launch before it happens.</summary>
/// <param name="Resource">How long it takes, what it costs, where the limits would stand.</param>
/// <param name="Judgement">The limits; null where there are none, or they cannot be judged now.</param>
internal sealed record Foresight(ForecastResource Resource, QuotaJudgement? Judgement);
