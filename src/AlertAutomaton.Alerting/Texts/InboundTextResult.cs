using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Texts;

/// <summary>What came of a text, as the operator sees it.</summary>
/// <param name="Text">The text, by its <see cref="InboundText.Id"/>.</param>
/// <param name="Fate">What it came to; never <see cref="InboundTextFate.Open"/>.</param>
/// <param name="At">When that was found.</param>
public sealed record InboundTextResult(Guid Text, InboundTextFate Fate, DateTimeOffset At)
{
    /// <summary>The alert that it answers; null when there is none.</summary>
    public AlertId? Alert { get; init; }

    /// <summary>The recipient that it speaks for.</summary>
    public RecipientId? Recipient { get; init; }

    /// <summary>What was acknowledged; <see cref="AcknowledgementOption.None"/> when nothing was.</summary>
    public AcknowledgementOption Option { get; init; }
}
