using AlertAutomaton.Alerting.Dispatch;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>The state of the engine changed: an alarm, or its end.</summary>
/// <param name="Health">The state.</param>
public sealed record HealthNotice(DispatcherHealth Health) : AlertNotice;
