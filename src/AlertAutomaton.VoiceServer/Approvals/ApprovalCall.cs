using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Approvals;

/// <summary>The call to the second person: who calls, the PIN, the request, goodbye. Whoever picks up without the PIN learns nothing.</summary>
internal sealed class ApprovalCall(OperatorServices services)
{
    public async Task RunAsync(IVoiceCall call, ApprovalDesk approvals, Operator approver, Draft draft, CancellationToken stop)
    {
        string language = approver.Languages.FirstOrDefault(services.Catalogue.Languages.Contains) ?? services.Catalogue.Languages[0];
        var dialogue = new Dialogue(call, services.Catalogue, language, services.Options);
        try
        {
            if (await TalkAsync(dialogue, approvals, approver, draft, stop) == MenuEnd.Over)
            {
                await dialogue.HangUpAsync(null);
                return;
            }

            await dialogue.GoodbyeAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await dialogue.HangUpAsync("the service is closing");
        }
        catch (Exception error)
        {
            VoiceServerLog.DialogueFailed(services.Log, error, call.CallId);
            await dialogue.GoodbyeAsync(stop);
        }
    }

    private async Task<MenuEnd> TalkAsync(Dialogue dialogue, ApprovalDesk approvals, Operator approver, Draft draft, CancellationToken stop)
    {
        if (!await dialogue.SayAsync(dialogue.Words(LaunchPromptNames.ApproveCall), stop))
        {
            return MenuEnd.Over;
        }

        (Operator? who, MenuEnd end, _) = await new Identify(services, dialogue).RunAsync(approver.Organisation, "", approver, stop);
        if (who is null)
        {
            return end;
        }

        var session = new OperatorSession(services, approvals, dialogue, who, calledBack: true);
        return await new ApprovalQuestion(session).AskAsync(draft, stop) ?? MenuEnd.Leave;
    }
}
