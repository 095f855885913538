using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Launching;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Approvals;

/// <summary>Reads one request to the second person and takes the decision by key.</summary>
internal sealed class ApprovalQuestion(OperatorSession session)
{
    private readonly Dialogue _dialogue = session.Dialogue;

    /// <summary>Asks. Null: the hash, on to the next request.</summary>
    public async Task<MenuEnd?> AskAsync(Draft draft, CancellationToken ct)
    {
        LaunchProposal proposal = await session.Services.Desk.ProposeAsync(draft.Organisation, draft.Content, draft.Kind, _dialogue.Language, ct);
        if (proposal.Fault != LaunchFault.None)
        {
            return await SayAsync(_dialogue.Words(LaunchWords.Fault(proposal.Fault)), ct) ? null : MenuEnd.Over;
        }

        _dialogue.Mood = draft.Kind;
        Phrase words = _dialogue.Words(LaunchPromptNames.ApproveRequest).Append(LaunchWords.Proposal(_dialogue, proposal, draft.Kind, draft.Content)).Say(LaunchWords.Approve(draft.Kind));
        Answer choice = await _dialogue.AskKeyAsync(words, "12#", ct);
        MenuEnd? end = !choice.IsEntered ? choice.MenuEnd : choice.Key == '#' ? null : await DecideAsync(draft, choice.Key == '1', ct);
        _dialogue.Mood = null;
        return end;
    }

    private async Task<MenuEnd> DecideAsync(Draft draft, bool approve, CancellationToken ct)
    {
        (DraftVerdict verdict, AlertId? alert) = await session.Approvals.DecideAsync(draft.Id, session.Operator, approve, ct);
        Phrase words = verdict switch
        {
            DraftVerdict.Done when alert is { } launched => _dialogue.Words(LaunchWords.Launched(draft.Kind)).Digits(SpokenReference.Of(launched.Value)),
            DraftVerdict.Done when approve => _dialogue.Words(LaunchPromptNames.LaunchFailed),
            DraftVerdict.Done => _dialogue.Words(LaunchPromptNames.ApproveRefused),
            DraftVerdict.OwnDraft => _dialogue.Words(LaunchPromptNames.ApproveOwn),
            DraftVerdict.NotAllowed => _dialogue.Words(OperatorPromptNames.NoRight),
            _ => _dialogue.Words(LaunchPromptNames.ApproveGone),
        };
        return await _dialogue.InsistAsync(words, ct) ? MenuEnd.Back : MenuEnd.Over;
    }

    private Task<bool> SayAsync(Phrase words, CancellationToken ct) => _dialogue.SayAsync(words, ct);
}
