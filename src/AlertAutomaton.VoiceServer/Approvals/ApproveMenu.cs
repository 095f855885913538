using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Approvals;

/// <summary>Key 7: what colleagues asked for, the oldest first. One's own requests are not offered.</summary>
internal sealed class ApproveMenu : IOperatorMenu
{
    public char Key => '7';

    public MenuRight Right => MenuRight.Approve;

    public async Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct)
    {
        IReadOnlyList<Draft> open = await session.Services.Drafts.ListOpenAsync(session.Organisation, ct);
        foreach (Draft draft in open.Where(draft => draft.State == DraftState.Pending && draft.SubmittedBy != session.Operator.Id))
        {
            if (await new ApprovalQuestion(session).AskAsync(draft, ct) is { } end)
            {
                return end;
            }
        }

        return await session.Dialogue.SayAsync(session.Dialogue.Words(LaunchPromptNames.ApproveNone), ct) ? MenuEnd.Back : MenuEnd.Over;
    }
}
