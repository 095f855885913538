using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>What a returned mail tells about one of our mails.</summary>
/// <param name="Attempt">The attempt whose Message-ID was found; null when the mail is about none of ours.</param>
/// <param name="Action">What happened; <see cref="DeliveryAction.None"/> when the mail is no report.</param>
/// <param name="Report">For the engine; null when nothing follows from it (a delay, a hand-over to a system that reports no more).</param>
internal sealed record DeliveryStatus(AttemptId? Attempt, DeliveryAction Action, DeliveryReport? Report);
