using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Approvals;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Launching;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>
/// The call to a person on duty: who calls and that something waits, number and PIN, the matter, the decision by key. Whoever picks up without
/// a PIN learns no more than that.
/// </summary>
/// <remarks>
/// <code>
///  who calls ─► number, PIN ──(three failures, silence)──► the next person
///                   │
///                   ▼
///               the matter ─► 1 launch (number of households, ten seconds) · 2 take note · 9 the next person
/// </code>
/// </remarks>
internal sealed class DutyCall(OperatorServices services, DutyServices duty, ApprovalDesk approvals)
{
    /// <summary>Speaks with whoever answered and hangs up.</summary>
    /// <param name="call">The call.</param>
    /// <param name="called">Whose phone it is.</param>
    /// <param name="matter">What it is about.</param>
    /// <param name="hold">What the dialogue asks and tells the chain.</param>
    /// <param name="stop">Hangs up.</param>
    /// <returns>How it went.</returns>
    public async Task<DutyCallResult> RunAsync(IVoiceCall call, Operator called, DutyMatter matter, IDutyHold hold, CancellationToken stop)
    {
        string language = called.Languages.FirstOrDefault(services.Catalogue.Languages.Contains) ?? services.Catalogue.Languages[0];
        var dialogue = new Dialogue(call, services.Catalogue, language, services.Options);
        try
        {
            (DutyCallResult result, bool over) = await TalkAsync(dialogue, called, matter, hold, stop);
            if (over)
            {
                await dialogue.HangUpAsync(null);
            }
            else
            {
                await dialogue.GoodbyeAsync(stop);
            }

            return result;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await dialogue.HangUpAsync("the service is closing");
            return DutyCallResult.Failed;
        }
        catch (Exception error)
        {
            VoiceServerLog.DialogueFailed(services.Log, error, call.CallId);
            await dialogue.GoodbyeAsync(stop);
            return DutyCallResult.Failed;
        }
    }

    private async Task<(DutyCallResult Result, bool Over)> TalkAsync(Dialogue dialogue, Operator called, DutyMatter matter, IDutyHold hold, CancellationToken stop)
    {
        if (!await dialogue.SayAsync(await WelcomeAsync(dialogue, matter, stop), stop))
        {
            return (DutyCallResult.NotIdentified, true);
        }

        (Operator? who, MenuEnd end, _) = await new Identify(services, dialogue).RunAsync(duty.Organisation, "", null, stop, called);
        if (who is null)
        {
            return (DutyCallResult.NotIdentified, end == MenuEnd.Over);
        }

        if (who.Languages.FirstOrDefault(services.Catalogue.Languages.Contains) is { } own)
        {
            dialogue.Speak(own);
        }

        var session = new OperatorSession(services, approvals, dialogue, who, calledBack: who.Id == called.Id);
        return await DecideAsync(session, matter, hold, stop);
    }

    private async Task<(DutyCallResult Result, bool Over)> DecideAsync(OperatorSession session, DutyMatter matter, IDutyHold hold, CancellationToken stop)
    {
        Dialogue dialogue = session.Dialogue;
        DutyLaunch? launch = session.Operator.MayLaunch && !session.NeedsCallBack ? matter.Launch : null;
        for (int round = 0; round <= services.Options.Repeats; round++)
        {
            if (!hold.Stands)
            {
                return (DutyCallResult.Gone, !await dialogue.InsistAsync(dialogue.Words(DutyPromptNames.Gone), stop));
            }

            dialogue.Mood = matter.Launch?.Kind;
            Answer choice = await dialogue.AskKeyAsync(await MatterAsync(dialogue, matter, launch, stop), launch is null ? "29" : "129", stop);
            dialogue.Mood = null;
            switch (choice.Key)
            {
                case '2':
                    bool taken = await hold.TakeAsync(session.Operator.Id, DutyCallResult.Noted);
                    bool heard = await dialogue.InsistAsync(dialogue.Words(taken ? DutyPromptNames.Taken : DutyPromptNames.Gone), stop);
                    return (taken ? DutyCallResult.Noted : DutyCallResult.Gone, !heard);
                case '9':
                    return (DutyCallResult.Declined, !await dialogue.InsistAsync(dialogue.Words(DutyPromptNames.Next), stop));
                case '1' when await LaunchAsync(session, matter, launch!, hold, stop) is { } launched:
                    return launched;
                case '1':
                    break;
                default:
                    return (DutyCallResult.Undecided, choice.End == AnswerEnd.Over);
            }
        }

        return (DutyCallResult.Undecided, false);
    }

    /// <summary>Null when nothing left and the question is asked again.</summary>
    private static async Task<(DutyCallResult Result, bool Over)?> LaunchAsync(OperatorSession session, DutyMatter matter, DutyLaunch launch, IDutyHold hold, CancellationToken stop)
    {
        // Somebody may have withdrawn it while the question was being heard.
        if (!hold.Stands)
        {
            return null;
        }

        MenuEnd end = await new LaunchConfirmation(session).RunAsync(launch.Content, launch.Kind, stop, new DraftId(matter.Id.Value));
        if (session.Launched)
        {
            await hold.TakeAsync(session.Operator.Id, DutyCallResult.Launched);
            return (DutyCallResult.Launched, end == MenuEnd.Over);
        }

        return end == MenuEnd.Back ? null : (DutyCallResult.Undecided, end == MenuEnd.Over);
    }

    private async Task<Phrase> WelcomeAsync(Dialogue dialogue, DutyMatter matter, CancellationToken stop)
    {
        PreparedPrompt? name = duty.Sound is { } sound ? await sound.OrganisationAsync(duty.Organisation, dialogue.Language, stop) : null;
        return dialogue.Words(name is null ? DutyPromptNames.CallUnnamed : DutyPromptNames.Call)
            .Play(name)
            .Say(matter.Launch is null ? DutyPromptNames.AlarmWaits : DutyPromptNames.DraftWaits);
    }

    private async Task<Phrase> MatterAsync(Dialogue dialogue, DutyMatter matter, DutyLaunch? launch, CancellationToken stop)
    {
        string words = DutyPromptNames.All.Contains(matter.Words, StringComparer.Ordinal) ? matter.Words : DutyPromptNames.Other;
        Phrase phrase = dialogue.Words(words);
        if (matter.Launch is { } prepared)
        {
            LaunchProposal proposal = await services.Desk.ProposeAsync(duty.Organisation, prepared.Content, prepared.Kind, dialogue.Language, stop);
            phrase = proposal.Fault == LaunchFault.None
                ? phrase.Append(LaunchWords.Proposal(dialogue, proposal, prepared.Kind, prepared.Content))
                : phrase.Say(LaunchWords.Fault(proposal.Fault));
        }

        return phrase.Say(launch is null ? DutyPromptNames.Choice : DutyPromptNames.ChoiceLaunch);
    }
}
