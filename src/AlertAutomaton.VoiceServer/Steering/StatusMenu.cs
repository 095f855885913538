using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Steering;

/// <summary>Key 3: how far the running alerts are; the last one when none runs. "0" says it again with new figures.</summary>
internal sealed class StatusMenu : IOperatorMenu
{
    private const int MostHearings = 20;

    public char Key => '3';

    public MenuRight Right => MenuRight.Listen;

    public async Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        for (int hearing = 0; hearing < MostHearings; hearing++)
        {
            IReadOnlyList<DeskAlert> alerts = await session.Services.Desk.ListAsync(session.Organisation, dialogue.Language, ct);
            Phrase words = StatusWords.Trouble(dialogue, session.Services.Desk.Troubles());
            DeskAlert[] open = [.. alerts.Where(alert => alert.IsOpen)];
            foreach (DeskAlert alert in open)
            {
                words.Append(StatusWords.Of(dialogue, alert));
            }

            if (open.Length == 0)
            {
                words.Say(SteeringPromptNames.StatusNone);
                if (alerts.Count > 0)
                {
                    words.Say(SteeringPromptNames.StatusLast).Append(StatusWords.Of(dialogue, alerts[0]));
                }
            }

            if (!await dialogue.SayAsync(words, ct))
            {
                return MenuEnd.Over;
            }

            // Whoever says nothing has heard enough and gets the main menu; a key other than "0" is for that menu.
            if (!await dialogue.TakeIfAsync('0', ct))
            {
                return MenuEnd.Back;
            }
        }

        return MenuEnd.Back;
    }
}
