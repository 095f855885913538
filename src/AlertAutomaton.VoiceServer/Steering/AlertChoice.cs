using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Steering;

/// <summary>Which alert is meant: the only one, or the one whose reference is typed.</summary>
internal static class AlertChoice
{
    private const int ReferenceDigits = 4;

    /// <summary>The alert; null with the way on where none was chosen.</summary>
    public static async Task<(DeskAlert? Alert, MenuEnd End)> AskAsync(OperatorSession session, IReadOnlyList<DeskAlert> alerts, CancellationToken ct)
    {
        if (alerts.Count <= 1)
        {
            return (alerts.Count == 1 ? alerts[0] : null, MenuEnd.Back);
        }

        Dialogue dialogue = session.Dialogue;
        for (int attempt = 0; attempt <= session.Services.Options.Repeats; attempt++)
        {
            Answer typed = await dialogue.AskDigitsAsync(dialogue.Words(SteeringPromptNames.ChooseAlert), ReferenceDigits, ReferenceDigits, ct);
            if (!typed.IsEntered)
            {
                return (null, typed.MenuEnd);
            }

            if (alerts.FirstOrDefault(alert => string.Equals(alert.Reference, typed.Keys, StringComparison.Ordinal)) is { } chosen)
            {
                return (chosen, MenuEnd.Back);
            }

            if (!await dialogue.SayAsync(dialogue.Words(OperatorPromptNames.UnknownNumber), ct))
            {
                return (null, MenuEnd.Over);
            }
        }

        return (null, MenuEnd.Back);
    }
}
