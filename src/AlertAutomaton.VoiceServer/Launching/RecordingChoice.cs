using System.Globalization;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Launching;

/// <summary>Asks for a recording by its number; the hash alone takes the one made in this call.</summary>
internal static class RecordingChoice
{
    private const int NumberDigits = 3;

    /// <summary>The number of a recording that is there; null with the way on where none was chosen.</summary>
    public static async Task<(int? Number, MenuEnd End)> AskAsync(OperatorSession session, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        for (int attempt = 0; attempt <= session.Services.Options.Repeats; attempt++)
        {
            Phrase words = dialogue.Words(LaunchPromptNames.LaunchRecording);
            bool fresh = session.LastRecording is not null;
            Answer typed = await dialogue.AskDigitsAsync(fresh ? words.Say(LaunchPromptNames.LaunchLastRecording) : words, fresh ? 0 : 1, NumberDigits, ct);
            if (!typed.IsEntered)
            {
                return (null, typed.MenuEnd);
            }

            int number = typed.Keys.Length == 0 ? session.LastRecording!.Value : int.Parse(typed.Keys, NumberStyles.None, CultureInfo.InvariantCulture);
            if (await session.Services.Recordings.FindAsync(session.Organisation, number, ct) is not null)
            {
                return (number, MenuEnd.Back);
            }

            if (!await dialogue.SayAsync(dialogue.Words(OperatorPromptNames.UnknownNumber), ct))
            {
                return (null, MenuEnd.Over);
            }
        }

        return (null, MenuEnd.Back);
    }
}
