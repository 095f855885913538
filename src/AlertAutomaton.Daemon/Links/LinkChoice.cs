using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Daemon.Links;

/// <summary>One button of a page.</summary>
/// <param name="Option">What is recorded.</param>
/// <param name="Label">Key of the words on it.</param>
/// <param name="Filed">Key of the words that say that it is on file.</param>
internal sealed record LinkChoice(AcknowledgementOption Option, string Label, string Filed)
{
    /// <summary>What the form sends.</summary>
    public string Value => Option.ToString().ToLowerInvariant();
}
