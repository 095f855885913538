using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>How many attempts of one channel had one outcome.</summary>
/// <param name="Channel">How contact points were reached.</param>
/// <param name="Outcome">How they ended, or what was reported.</param>
/// <param name="Count">How many.</param>
public readonly record struct AttemptCount(ChannelKind Channel, AttemptOutcome Outcome, long Count);
