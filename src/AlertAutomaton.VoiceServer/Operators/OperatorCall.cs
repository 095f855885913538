using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Approvals;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Dialogues;

namespace AlertAutomaton.VoiceServer.Operators;

/// <summary>
/// A whole call on the operators' line, from welcome to goodbye; every way through it ends with a hang-up.
/// </summary>
/// <remarks>
/// <code>
///  welcome ─► number, PIN ──(three failures)──► "press 1 to be called back" ─► goodbye
///                │
///                ▼
///            main menu ◄──► 1 launch · 2 record · 3 status · 4 control · 5 follow-up · 6 last messages · 7 approve
///                └──(*, silence)──► goodbye
/// </code>
/// </remarks>
internal sealed class OperatorCall(OperatorServices services, ApprovalDesk approvals, CallBackDesk callBacks, IReadOnlyList<IOperatorMenu> menus)
{
    /// <summary>Speaks with somebody who called.</summary>
    public Task RunAsync(IVoiceCall call, string language, OrganisationId organisation, string callerNumber, CancellationToken stop) =>
        RunAsync(call, language, dialogue => ComeInAsync(dialogue, organisation, callerNumber, null, stop), stop);

    /// <summary>Speaks with an operator whom we called.</summary>
    public Task RunCalledBackAsync(IVoiceCall call, Operator who, CancellationToken stop) =>
        RunAsync(
            call,
            who.Languages.FirstOrDefault(services.Catalogue.Languages.Contains) ?? services.Catalogue.Languages[0],
            dialogue => ComeInAsync(dialogue, who.Organisation, "", who, stop),
            stop);

    private async Task RunAsync(IVoiceCall call, string language, Func<Dialogue, Task<MenuEnd>> talk, CancellationToken stop)
    {
        var dialogue = new Dialogue(call, services.Catalogue, language, services.Options);
        await DialogueRun.RunAsync(dialogue, talk, services.Log, stop);
    }

    private async Task<MenuEnd> ComeInAsync(Dialogue dialogue, OrganisationId organisation, string callerNumber, Operator? known, CancellationToken stop)
    {
        if (!await dialogue.SayAsync(dialogue.Words(known is null ? OperatorPromptNames.Welcome : OperatorPromptNames.CallBackWelcome), stop))
        {
            return MenuEnd.Over;
        }

        (Operator? who, MenuEnd end, string number) = await new Identify(services, dialogue).RunAsync(organisation, callerNumber, known, stop);
        if (who is null)
        {
            return end == MenuEnd.Leave && number.Length > 0 && known is null ? await OfferCallBackAsync(dialogue, organisation, number, stop) : end;
        }

        if (!who.Languages.Contains(dialogue.Language, StringComparer.OrdinalIgnoreCase) && who.Languages.FirstOrDefault(services.Catalogue.Languages.Contains) is { } own)
        {
            dialogue.Speak(own);
        }

        var session = new OperatorSession(services, approvals, dialogue, who, known is not null);
        return await dialogue.SayAsync(dialogue.Words(OperatorPromptNames.Hello), stop) ? await MainMenuAsync(session, stop) : MenuEnd.Over;
    }

    private async Task<MenuEnd> MainMenuAsync(OperatorSession session, CancellationToken stop)
    {
        string keys = string.Concat(menus.Select(menu => menu.Key));
        while (true)
        {
            session.Dialogue.Mood = null;
            Answer choice = await session.Dialogue.AskKeyAsync(session.Dialogue.Words(OperatorPromptNames.MainMenu), keys, stop);
            if (!choice.IsEntered)
            {
                return choice.MenuEnd == MenuEnd.Over ? MenuEnd.Over : MenuEnd.Leave;
            }

            MenuEnd end = await EnterAsync(session, menus.First(menu => menu.Key == choice.Key), stop);
            if (end != MenuEnd.Back)
            {
                return end;
            }
        }
    }

    private async Task<MenuEnd> EnterAsync(OperatorSession session, IOperatorMenu menu, CancellationToken stop)
    {
        Operator who = session.Operator;
        bool allowed = menu.Right switch
        {
            MenuRight.Record or MenuRight.Launch => who.MayLaunch,
            MenuRight.Approve => who.MayApprove,
            _ => true,
        };
        if (!allowed)
        {
            return await session.Dialogue.SayAsync(session.Dialogue.Words(OperatorPromptNames.NoRight), stop) ? MenuEnd.Back : MenuEnd.Over;
        }

        if (menu.Right is not (MenuRight.Launch or MenuRight.Approve) || !session.NeedsCallBack)
        {
            return await menu.RunAsync(session, stop);
        }

        bool comes = callBacks.Ask(who, session.Dialogue.CallId);
        string words = comes ? OperatorPromptNames.CallBackNeeded : OperatorPromptNames.CallBackNone;
        return !await session.Dialogue.InsistAsync(session.Dialogue.Words(words), stop) ? MenuEnd.Over : comes ? MenuEnd.Leave : MenuEnd.Back;
    }

    private async Task<MenuEnd> OfferCallBackAsync(Dialogue dialogue, OrganisationId organisation, string number, CancellationToken stop)
    {
        Answer wish = await dialogue.AskKeyAsync(dialogue.Words(OperatorPromptNames.NotIdentified, OperatorPromptNames.CallBackOffer), "1", stop);
        if (!wish.IsEntered)
        {
            return wish.MenuEnd == MenuEnd.Over ? MenuEnd.Over : MenuEnd.Leave;
        }

        await callBacks.AskAsync(organisation, number, dialogue.CallId, stop);
        return await dialogue.InsistAsync(dialogue.Words(OperatorPromptNames.CallBackNoted), stop) ? MenuEnd.Leave : MenuEnd.Over;
    }
}
