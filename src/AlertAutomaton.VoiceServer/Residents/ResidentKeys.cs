using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>What is said around a message, and what the keys mean: the same as in the call that was missed. Pure.</summary>
internal sealed record ResidentKeys(string Opening, string Menu, ResidentAnswer One, ResidentAnswer Two)
{
    private static readonly ResidentAnswer Help = new(AcknowledgementOption.NeedsHelp, PromptNames.AcknowledgedHelp);

    /// <summary>The words before the message that a trusted person hears.</summary>
    public IReadOnlyList<string> Notice { get; private init; } = [];

    public static ResidentKeys For(HouseholdAlert found)
    {
        ResidentKeys own = found.Alert.Policy.Purpose switch
        {
            AlertPurpose.Information => new(
                PromptNames.InformationOpening, PromptNames.MenuConfirmOnly, new(AcknowledgementOption.Safe, PromptNames.AcknowledgedHeard), Help),
            AlertPurpose.Convocation => new(
                PromptNames.ConvocationOpening,
                PromptNames.MenuConvocation,
                new(AcknowledgementOption.Present, PromptNames.AcknowledgedPresent),
                new(AcknowledgementOption.Absent, PromptNames.AcknowledgedAbsent)),
            _ => new(PromptNames.AlertOpening, PromptNames.Menu, new(AcknowledgementOption.Safe, PromptNames.AcknowledgedSafe), Help),
        };
        if (found.Role == ContactPointRole.Trusted)
        {
            own = own with
            {
                Menu = PromptNames.MenuTrusted,
                One = new(AcknowledgementOption.Safe, PromptNames.AcknowledgedCare),
                Two = new(AcknowledgementOption.NeedsHelp, PromptNames.AcknowledgedCareHelp),
                Notice = [PromptNames.TrustedNotice, PromptNames.TrustedMessage],
            };
        }

        return found.Alert.Kind switch
        {
            AlertKind.Exercise => own with { Opening = PromptNames.ExerciseOpening },
            AlertKind.Test => own with { Opening = PromptNames.TestOpening },
            _ => own,
        };
    }
}
