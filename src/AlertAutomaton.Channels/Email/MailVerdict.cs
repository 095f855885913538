using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Email;

/// <summary>What a submission means.</summary>
/// <param name="Outcome">For the engine.</param>
/// <param name="Detail">For people; without addresses.</param>
/// <param name="Relay">What it says about the relay.</param>
internal sealed record MailVerdict(AttemptOutcome Outcome, string Detail, MailRelayCondition Relay);
