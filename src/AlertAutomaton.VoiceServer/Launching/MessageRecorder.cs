using System.Globalization;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Launching;

/// <summary>
/// Beep, speak, hash; the message is levelled and trimmed like every prompt and played back; kept under a number it can be launched at once.
/// </summary>
internal sealed class MessageRecorder(OperatorSession session)
{
    private const int MostTakes = 10;
    private const int NumberDigits = 3;
    private readonly Dialogue _dialogue = session.Dialogue;
    private readonly OperatorServices _services = session.Services;

    /// <summary>The number under which a message was kept; null with the way on where none was.</summary>
    public async Task<(int? Number, MenuEnd End)> RunAsync(CancellationToken ct)
    {
        for (int take = 0; take < MostTakes; take++)
        {
            if (!await _dialogue.InsistAsync(_dialogue.Words(LaunchPromptNames.RecordStart, PromptNames.Beep), ct))
            {
                return (null, MenuEnd.Over);
            }

            PcmRecording? said = await _dialogue.RecordAsync(_services.Options.LongestRecording, ct);
            PreparedAudio? prepared = said is null ? null : PhonePreparation.Prepare(said.Samples, PreparedPrompt.SampleRate);
            if (prepared is not { IsUsable: true })
            {
                if (!await _dialogue.SayAsync(_dialogue.Words(LaunchPromptNames.RecordNothing), ct))
                {
                    return (null, MenuEnd.Over);
                }

                continue;
            }

            PreparedPrompt message = PreparedPrompt.FromPcm("recording", prepared.Pcm);
            (bool keep, MenuEnd? end) = await ReviewAsync(message, said!.Truncated, ct);
            if (end is { } leave)
            {
                return (null, leave);
            }

            if (keep)
            {
                return await KeepAsync(message, ct);
            }
        }

        return (null, MenuEnd.Back);
    }

    /// <summary>Whether to keep it; with an end when the menu is left.</summary>
    private async Task<(bool Keep, MenuEnd? End)> ReviewAsync(PreparedPrompt message, bool truncated, CancellationToken ct)
    {
        for (int hearing = 0; hearing < MostTakes; hearing++)
        {
            Phrase words = truncated && hearing == 0 ? _dialogue.Words(LaunchPromptNames.RecordLimit) : _dialogue.Words();
            Answer choice = await _dialogue.AskKeyAsync(words.Say(LaunchPromptNames.RecordReplay).Play(message).Say(LaunchPromptNames.RecordChoice), "123", ct);
            if (!choice.IsEntered)
            {
                return (false, choice.MenuEnd);
            }

            if (choice.Key != '3')
            {
                return (choice.Key == '1', null);
            }
        }

        return (false, MenuEnd.Back);
    }

    private async Task<(int? Number, MenuEnd End)> KeepAsync(PreparedPrompt message, CancellationToken ct)
    {
        for (int attempt = 0; attempt < MostTakes; attempt++)
        {
            Answer typed = await _dialogue.AskDigitsAsync(_dialogue.Words(LaunchPromptNames.RecordNumber), 1, NumberDigits, ct);
            if (!typed.IsEntered)
            {
                return (null, typed.MenuEnd);
            }

            int number = int.Parse(typed.Keys, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number == 0)
            {
                continue;
            }

            if (await _services.Recordings.FindAsync(session.Organisation, number, ct) is not null)
            {
                Answer replace = await _dialogue.AskKeyAsync(_dialogue.Words(LaunchPromptNames.RecordReplace), "12", ct);
                if (!replace.IsEntered)
                {
                    return (null, replace.MenuEnd);
                }

                if (replace.Key == '2')
                {
                    continue;
                }
            }

            return await KeepAsync(message, number, ct);
        }

        return (null, MenuEnd.Back);
    }

    private async Task<(int? Number, MenuEnd End)> KeepAsync(PreparedPrompt message, int number, CancellationToken ct)
    {
        var recording = new Recording
        {
            Organisation = session.Organisation, Number = number, Language = _dialogue.Language, Duration = message.Duration, RecordedBy = session.Operator.Id,
            RecordedAt = _services.Time.GetUtcNow(),
        };
        if (await _services.Recordings.KeepAsync(recording, WavFile.ToBytes(message.Pcm.Span, PreparedPrompt.SampleRate), ct) is null)
        {
            return (null, await _dialogue.SayAsync(_dialogue.Words(LaunchPromptNames.RecordFailed), ct) ? MenuEnd.Back : MenuEnd.Over);
        }

        session.LastRecording = number;
        VoiceServerLog.RecordingKept(_services.Log, session.Operator.Id, number, message.Duration.TotalSeconds);
        return await _dialogue.SayAsync(_dialogue.Words(LaunchPromptNames.RecordKept).Number(number), ct) ? (number, MenuEnd.Back) : (null, MenuEnd.Over);
    }
}
