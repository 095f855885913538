using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Launching;

/// <summary>
/// The last steps of every launch by phone: what will happen, the number of households typed, ten seconds in which any key cancels.
/// </summary>
/// <remarks>
/// <code>
///  proposal ─► "type the number of households" ──(three wrong)──► back
///                  │
///                  ▼
///              countdown ──key, hang-up──► nothing leaves
///                  │
///                  ├─ one person ─► launch ─► reference
///                  └─ two people ─► request on disk ─► the colleagues are called ─► reference of the request
/// </code>
/// Who hangs up in the ten seconds has heard of no launch, so there is none.
/// </remarks>
internal sealed class LaunchConfirmation(OperatorSession session)
{
    private const int CountDigits = 6;
    private readonly Dialogue _dialogue = session.Dialogue;
    private readonly OperatorServices _services = session.Services;

    /// <summary>Confirms and launches. What was prepared elsewhere brings its name, under which it never leaves twice.</summary>
    public async Task<MenuEnd> RunAsync(DraftContent content, AlertKind kind, CancellationToken ct, DraftId? known = null)
    {
        LaunchProposal proposal = await _services.Desk.ProposeAsync(session.Organisation, content, kind, _dialogue.Language, ct);
        if (proposal.Fault != LaunchFault.None)
        {
            return await SayAsync(_dialogue.Words(LaunchWords.Fault(proposal.Fault)), ct);
        }

        _dialogue.Mood = kind;
        try
        {
            MenuEnd? refused = await CountAsync(proposal, content, kind, ct) ?? await CountdownAsync(kind, ct);
            return refused ?? (proposal.NeedsSecondPerson ? await SubmitAsync(content, kind, known, proposal, ct) : await LaunchAsync(content, kind, known, ct));
        }
        finally
        {
            _dialogue.Mood = null;
        }
    }

    /// <summary>Null when the number was right.</summary>
    private async Task<MenuEnd?> CountAsync(LaunchProposal proposal, DraftContent content, AlertKind kind, CancellationToken ct)
    {
        string wanted = proposal.Households.ToString(CultureInfo.InvariantCulture);
        Phrase proposed = LaunchWords.Proposal(_dialogue, proposal, kind, content).Say(LaunchWords.Confirm(kind));
        for (int attempt = 0; attempt <= _services.Options.Repeats; attempt++)
        {
            Answer typed = await _dialogue.AskDigitsAsync(proposed, 1, CountDigits, ct);
            if (!typed.IsEntered)
            {
                return typed.MenuEnd;
            }

            if (string.Equals(typed.Keys.TrimStart('0'), wanted, StringComparison.Ordinal))
            {
                return null;
            }

            if (!await _dialogue.SayAsync(_dialogue.Words(LaunchPromptNames.CountWrong), ct))
            {
                return MenuEnd.Over;
            }
        }

        return MenuEnd.Back;
    }

    /// <summary>Null when nobody cancelled.</summary>
    private async Task<MenuEnd?> CountdownAsync(AlertKind kind, CancellationToken ct)
    {
        if (!await _dialogue.SayAsync(_dialogue.Words(LaunchWords.Countdown(kind)), ct))
        {
            VoiceServerLog.LaunchCancelled(_services.Log, _dialogue.CallId, "hung up");
            return MenuEnd.Over;
        }

        CallTurn turn = await _dialogue.PauseAsync(_services.Options.CancelTime, ct);
        if (turn.What == CallMoments.TimedOut)
        {
            return null;
        }

        bool over = turn.What == CallMoments.Ended;
        VoiceServerLog.LaunchCancelled(_services.Log, _dialogue.CallId, over ? "hung up" : "key");
        return over ? MenuEnd.Over : await SayAsync(_dialogue.Words(LaunchPromptNames.Cancelled), ct);
    }

    private async Task<MenuEnd> LaunchAsync(DraftContent content, AlertKind kind, DraftId? known, CancellationToken ct)
    {
        string key = $"phone-{known ?? DraftId.New(_services.Time)}";
        LaunchResult result = await _services.Desk.LaunchAsync(session.Organisation, content, kind, session.SignedAs, key, ct);
        if (result.Verdict is not (LaunchVerdict.Accepted or LaunchVerdict.AlreadyAccepted))
        {
            VoiceServerLog.LaunchFailed(_services.Log, result.Verdict.ToString());
            return await InsistAsync(_dialogue.Words(LaunchPromptNames.LaunchFailed), ct);
        }

        session.Launched = true;
        VoiceServerLog.Launched(_services.Log, session.Operator.Id, result.Alert, _dialogue.CallId);
        return await InsistAsync(_dialogue.Words(LaunchWords.Launched(kind)).Digits(SpokenReference.Of(result.Alert.Value)), ct);
    }

    private async Task<MenuEnd> SubmitAsync(DraftContent content, AlertKind kind, DraftId? known, LaunchProposal proposal, CancellationToken ct)
    {
        var prepared = new Draft
        {
            Id = known ?? DraftId.New(_services.Time), Organisation = session.Organisation, Content = content, Kind = kind, Title = proposal.Title, Households = proposal.Households,
            SubmittedBy = session.Operator.Id,
        };
        if (await session.Approvals.SubmitAsync(prepared, session.Operator, proposal.OverrideAfter, ct) is not { } draft)
        {
            return await InsistAsync(_dialogue.Words(LaunchPromptNames.LaunchFailed), ct);
        }

        session.Launched = true;
        Phrase words = _dialogue.Words(LaunchPromptNames.Pending).Digits(SpokenReference.Of(draft.Id.Value));
        return await InsistAsync(proposal.OverrideAfter is { } after ? words.Say(LaunchPromptNames.PendingOverride).Duration(after) : words, ct);
    }

    private async Task<MenuEnd> SayAsync(Phrase words, CancellationToken ct) => await _dialogue.SayAsync(words, ct) ? MenuEnd.Back : MenuEnd.Over;

    private async Task<MenuEnd> InsistAsync(Phrase words, CancellationToken ct) => await _dialogue.InsistAsync(words, ct) ? MenuEnd.Back : MenuEnd.Over;
}
