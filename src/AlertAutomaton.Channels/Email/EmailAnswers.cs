using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Channels.Email;

/// <summary>Which answers a mail offers, by what the alert is for and whom it is sent to.</summary>
internal static class EmailAnswers
{
    private static readonly EmailAnswer[] Vital = [new(AcknowledgementOption.Safe, "answer.safe"), new(AcknowledgementOption.NeedsHelp, "answer.help")];
    private static readonly EmailAnswer[] Trusted = [new(AcknowledgementOption.Safe, "trusted.answer.safe"), new(AcknowledgementOption.NeedsHelp, "trusted.answer.help")];
    private static readonly EmailAnswer[] Convocation = [new(AcknowledgementOption.Present, "answer.present"), new(AcknowledgementOption.Absent, "answer.absent")];
    private static readonly EmailAnswer[] Information = [new(AcknowledgementOption.Safe, "answer.read")];

    public static EmailAnswer[] For(AlertPurpose purpose, bool trusted) => purpose switch
    {
        AlertPurpose.Convocation => Convocation,
        _ when trusted => Trusted,
        AlertPurpose.Information => Information,
        _ => Vital,
    };

    public static string QuestionFor(AlertPurpose purpose, bool trusted) => purpose switch
    {
        AlertPurpose.Convocation => "answers.convocation",
        _ when trusted => "answers.trusted",
        AlertPurpose.Information => "answers.information",
        _ => "answers.vital",
    };
}
