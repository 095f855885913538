using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Links;

/// <summary>What a page asks and which buttons it has: the same meanings as the keys of a call. Pure.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Choices">The buttons, in order.</param>
internal sealed record LinkAnswers(string Question, IReadOnlyList<LinkChoice> Choices)
{
    private static readonly LinkChoice Safe = new(AcknowledgementOption.Safe, "choose.safe", "filed.safe");
    private static readonly LinkChoice Help = new(AcknowledgementOption.NeedsHelp, "choose.help", "filed.help");
    private static readonly LinkChoice Present = new(AcknowledgementOption.Present, "choose.present", "filed.present");
    private static readonly LinkChoice Absent = new(AcknowledgementOption.Absent, "choose.absent", "filed.absent");

    private static readonly LinkAnswers Vital = new("ask.vital", [Safe, Help]);
    private static readonly LinkAnswers Information = new("ask.information", [new(AcknowledgementOption.Safe, "choose.read", "filed.read")]);
    private static readonly LinkAnswers Convocation = new("ask.convocation", [Present, Absent]);

    private static readonly LinkAnswers Trusted = new(
        "ask.trusted",
        [
            new(AcknowledgementOption.Safe, "choose.care", "filed.care"),
            new(AcknowledgementOption.NeedsHelp, "choose.help-needed", "filed.help-needed"),
        ]);

    public static LinkAnswers For(LinkView view) => view switch
    {
        { ForTrustedPerson: true } => Trusted,
        { Purpose: AlertPurpose.Information } => Information,
        { Purpose: AlertPurpose.Convocation } => Convocation,
        _ => Vital,
    };

    /// <summary>The choice that a form sent; null when this page has no such button.</summary>
    public LinkChoice? Find(string? value) => Choices.FirstOrDefault(choice => string.Equals(choice.Value, value, StringComparison.Ordinal));

    /// <summary>Key of the words for the answer on file, also for one that was given otherwise; null when there is none.</summary>
    public string? FiledKey(AcknowledgementOption onFile) =>
        Choices.Concat([Safe, Help, Present, Absent]).FirstOrDefault(choice => choice.Option == onFile)?.Filed;
}
