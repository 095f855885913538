using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>
/// What the keys 1 and 2 of a call mean, and which prompts a call for that purpose to that person has of its own. Pure. 0 (again) and
/// 9 (wrong number) mean the same everywhere.
/// </summary>
internal sealed record AnswerTable
{
    private static readonly AnswerTable Vital = new()
    {
        Opening = PromptNames.AlertOpening,
        VoicemailOpening = PromptNames.VoicemailOpening,
        Menu = PromptNames.Menu,
        One = new(AcknowledgementOption.Safe, PromptNames.AcknowledgedSafe),
        Two = new(AcknowledgementOption.NeedsHelp, PromptNames.AcknowledgedHelp),
    };

    // Nobody is asked whether they are safe by news of the commune; a 2 that comes from habit is help all the same.
    private static readonly AnswerTable Information = Vital with
    {
        Opening = PromptNames.InformationOpening,
        VoicemailOpening = PromptNames.InformationOpening,
        Menu = PromptNames.MenuConfirmOnly,
        One = new(AcknowledgementOption.Safe, PromptNames.AcknowledgedHeard),
    };

    private static readonly AnswerTable Convocation = new()
    {
        Opening = PromptNames.ConvocationOpening,
        VoicemailOpening = PromptNames.ConvocationOpening,
        Menu = PromptNames.MenuConvocation,
        One = new(AcknowledgementOption.Present, PromptNames.AcknowledgedPresent),
        Two = new(AcknowledgementOption.Absent, PromptNames.AcknowledgedAbsent),
    };

    /// <summary>Who calls, in a real alert; an exercise and a test have openings of their own.</summary>
    public required string Opening { get; init; }

    /// <summary>First words on an answering machine, in a real alert.</summary>
    public required string VoicemailOpening { get; init; }

    /// <summary>True when the called person stands in for somebody who stays silent: that is said before the message.</summary>
    public bool ForTrustedPerson { get; init; }

    /// <summary>Which keys there are.</summary>
    public required string Menu { get; init; }

    /// <summary>What 1 means.</summary>
    public required AnswerMeaning One { get; init; }

    /// <summary>What 2 means.</summary>
    public required AnswerMeaning Two { get; init; }

    /// <summary>The table of a call.</summary>
    /// <param name="purpose">What the alert is for.</param>
    /// <param name="role">Whose phone is called. A trusted person answers for somebody else, whatever the alert is for.</param>
    public static AnswerTable For(AlertPurpose purpose, ContactPointRole role)
    {
        AnswerTable own = purpose switch
        {
            AlertPurpose.Information => Information,
            AlertPurpose.Convocation => Convocation,
            _ => Vital,
        };
        return role != ContactPointRole.Trusted ? own : own with
        {
            ForTrustedPerson = true,
            Menu = PromptNames.MenuTrusted,
            One = new(AcknowledgementOption.Safe, PromptNames.AcknowledgedCare),
            Two = new(AcknowledgementOption.NeedsHelp, PromptNames.AcknowledgedCareHelp),
        };
    }
}
