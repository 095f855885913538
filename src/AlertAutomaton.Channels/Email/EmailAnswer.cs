using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Email;

/// <summary>One answer that a mail offers.</summary>
/// <param name="Option">What it means.</param>
/// <param name="Label">The key of the words on its button.</param>
internal sealed record EmailAnswer(AcknowledgementOption Option, string Label);
