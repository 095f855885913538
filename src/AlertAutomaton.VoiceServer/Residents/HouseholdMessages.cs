using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>Plays a household's messages one after the other and takes the same keys as the calls that it missed. An answer is read back only once it is on disk.</summary>
internal sealed class HouseholdMessages(ResidentServices services, Dialogue dialogue)
{
    public async Task<MenuEnd> RunAsync(IReadOnlyList<HouseholdAlert> alerts, CancellationToken stop)
    {
        dialogue.Speak(alerts[0].Language);
        bool first = true;
        foreach (HouseholdAlert found in alerts)
        {
            if (await services.Desk.MessageAsync(found, dialogue.Language, stop) is not { } message)
            {
                continue;
            }

            if (!await TellAsync(found, message, first, stop))
            {
                return MenuEnd.Over;
            }

            first = false;
        }

        return MenuEnd.Leave;
    }

    /// <summary>False when the call is over.</summary>
    private async Task<bool> TellAsync(HouseholdAlert found, ResidentMessage message, bool first, CancellationToken stop)
    {
        ResidentKeys keys = ResidentKeys.For(found);
        Phrase words = dialogue.Words(first ? ResidentPromptNames.ConcernsYou : ResidentPromptNames.Another)
            .Say(keys.Opening).Play(message.Organisation).Say(message.Organisation is null ? [PromptNames.TownHall] : [])
            .Say(keys.Notice).Play(message.Message).Say(found.Alert.Kind == AlertKind.Exercise ? [PromptNames.ExerciseReminder] : []).Say(keys.Menu);
        Answer answer = await dialogue.AskKeyAsync(words, found.Point is null ? "12" : "129", stop);
        if (!answer.IsEntered)
        {
            return answer.End != AnswerEnd.Over;
        }

        switch (answer.Key)
        {
            case '9':
                await services.Desk.CloseAsync(found.Point!.Value);
                return await dialogue.InsistAsync(dialogue.Words(PromptNames.WrongNumberNoted), stop);
            case '2':
                return await AcknowledgeAsync(found, keys.Two, insist: true, stop);
        }

        // 2 may still follow, as in an alert call.
        return await AcknowledgeAsync(found, keys.One, insist: false, stop)
            && (!await dialogue.TakeIfAsync('2', stop) || await AcknowledgeAsync(found, keys.Two, insist: true, stop));
    }

    private async Task<bool> AcknowledgeAsync(HouseholdAlert found, ResidentAnswer answer, bool insist, CancellationToken stop)
    {
        CommandVerdict verdict = await services.Desk.AcknowledgeAsync(found, answer.Option);
        string said = verdict switch
        {
            CommandVerdict.Done or CommandVerdict.AlreadySo => answer.ReadBack,
            CommandVerdict.NotRunning or CommandVerdict.Ending => ResidentPromptNames.Over,
            _ => PromptNames.RecordingFailed,
        };
        if (verdict == CommandVerdict.Done)
        {
            VoiceServerLog.ResidentAcknowledged(services.Log, found.Recipient, found.Alert.Id, answer.Option);
        }

        return insist ? await dialogue.InsistAsync(dialogue.Words(said), stop) : await dialogue.SayAsync(dialogue.Words(said), stop);
    }
}
