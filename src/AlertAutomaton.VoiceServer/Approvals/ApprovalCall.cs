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
        await DialogueRun.RunAsync(dialogue, talking => TalkAsync(talking, approvals, approver, draft, stop), services.Log, stop);
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
