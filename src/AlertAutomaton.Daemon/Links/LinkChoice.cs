using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Daemon.Links;

/// <summary>One button of a page.</summary>
/// <param name="Option">What is recorded.</param>
/// <param name="Label">Key of the words on it.</param>
/// <param name="Filed">Key of the words that say that it is on file.</param>
internal sealed record LinkChoice(AcknowledgementOption Option, string Label, string Filed)
{
    /// <summary>What the form sends: <c>safe</c>, <c>help</c>, <c>present</c>, <c>absent</c>, as in the links of mails.</summary>
    public string Value => Option == AcknowledgementOption.NeedsHelp ? "help" : Option.ToString().ToLowerInvariant();
}
