using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Launching;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Steering;

/// <summary>Key 6: the messages of the last alerts as residents heard them, the latest first; the hash leads to the next.</summary>
internal sealed class LastMessagesMenu : IOperatorMenu
{
    public char Key => '6';

    public MenuRight Right => MenuRight.Listen;

    public async Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        IReadOnlyList<DeskAlert> alerts = await session.Services.Desk.ListAsync(session.Organisation, dialogue.Language, ct);
        foreach (DeskAlert alert in alerts.OrderByDescending(alert => alert.Alert.LaunchedAt))
        {
            dialogue.Mood = alert.Alert.Kind;
            Phrase words = dialogue.Words(LaunchWords.KindName(alert.Alert.Kind), OperatorPromptNames.Reference).Digits(alert.Reference)
                .Play(await session.Services.Desk.MessageAsync(alert.Alert, dialogue.Language, ct)).Say(SteeringPromptNames.MessagesNext);
            Answer next = await dialogue.AskKeyAsync(words, "#", ct);
            if (!next.IsEntered)
            {
                return next.MenuEnd;
            }
        }

        dialogue.Mood = null;
        string end = alerts.Count == 0 ? SteeringPromptNames.MessagesNone : SteeringPromptNames.MessagesEnd;
        return await dialogue.SayAsync(dialogue.Words(end), ct) ? MenuEnd.Back : MenuEnd.Over;
    }
}
