using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Approvals;

/// <summary>
/// Takes requests that need a second person: writes them down, calls those who may approve, launches what was approved, and lets danger to
/// life go when nobody decided in time. Requests that an earlier process left open go on.
/// </summary>
internal sealed class ApprovalDesk(OperatorServices services, IOutboundCalls calls, Func<IVoiceCall, Operator, Draft, CancellationToken, Task> ask, CancellationToken stop)
{
    private const int MostLaunches = 20;
    private static readonly TimeSpan BetweenLaunches = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<DraftId, byte> _working = new();

    /// <summary>Writes a request down and begins to call.</summary>
    /// <returns>The request as it is on disk; null when it could not be made.</returns>
    public async Task<Draft?> SubmitAsync(Draft prepared, Operator by, TimeSpan? overrideAfter, CancellationToken ct)
    {
        (Draft draft, DraftVerdict verdict) = DraftRules.Submit(prepared, by, overrideAfter, services.Time.GetUtcNow());
        if (verdict != DraftVerdict.Done || !await services.Drafts.SaveAsync(prepared, ct) || !await services.Drafts.SaveAsync(draft, ct))
        {
            return null;
        }

        VoiceServerLog.Submitted(services.Log, by.Id, draft.Id);
        Begin(draft);
        return draft;
    }

    /// <summary>Goes on with what an earlier process left open.</summary>
    /// <returns>How many requests.</returns>
    public async Task<int> GoOnAsync(CancellationToken ct)
    {
        IReadOnlyList<Draft> open = await services.Drafts.ListOpenAsync(null, ct);
        foreach (Draft draft in open)
        {
            Begin(draft);
        }

        return open.Count;
    }

    /// <summary>Decides in the name of the second person.</summary>
    /// <returns>What came of it, and the alert when it is one now.</returns>
    public async Task<(DraftVerdict Verdict, AlertId? Alert)> DecideAsync(DraftId id, Operator by, bool approve, CancellationToken ct)
    {
        if (await services.Drafts.GetAsync(id, ct) is not { } draft)
        {
            return (DraftVerdict.NotNow, null);
        }

        DateTimeOffset now = services.Time.GetUtcNow();
        (Draft decided, DraftVerdict verdict) = approve ? DraftRules.Approve(draft, by, now) : DraftRules.Reject(draft, by, "phone", now);
        if (verdict != DraftVerdict.Done)
        {
            return (verdict, null);
        }

        if (!await services.Drafts.SaveAsync(decided, ct))
        {
            return (DraftVerdict.NotNow, null);
        }

        VoiceServerLog.Decided(services.Log, id, by.Id, decided.State.ToString());
        if (!approve)
        {
            return (verdict, null);
        }

        if (await LaunchAsync(decided, ct) is { } alert)
        {
            return (verdict, alert);
        }

        await services.Drafts.SaveAsync(DraftRules.NotLaunched(decided, "the engine refused the launch").Draft, ct);
        return (verdict, null);
    }

    private void Begin(Draft draft)
    {
        if (_working.TryAdd(draft.Id, 0))
        {
            _ = WorkAsync(draft);
        }
    }

    private async Task WorkAsync(Draft draft)
    {
        try
        {
            if (draft.State == DraftState.Running)
            {
                await LaunchPatientlyAsync(draft);
                return;
            }

            // The override does not wait for a conversation: an approver who cannot decide must not hold back danger to life.
            Task overriding = OverrideWhenDueAsync(draft);
            await CallAroundAsync(draft);
            await overriding;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service is closing; the request is on disk and goes on in the next process.
        }
        catch (Exception error)
        {
            VoiceServerLog.DraftFailed(services.Log, error, draft.Id);
        }
        finally
        {
            _working.TryRemove(draft.Id, out _);
        }
    }

    private async Task CallAroundAsync(Draft draft)
    {
        for (int round = 1; round <= services.Options.ApprovalRounds; round++)
        {
            IReadOnlyList<Operator> all = await services.Operators.ListAsync(draft.Organisation, stop);
            foreach (Operator approver in ApproverOrder.Of(all, draft.SubmittedBy))
            {
                if (!await IsPendingAsync(draft.Id))
                {
                    return;
                }

                if (await calls.CallAsync(approver.RegisteredPhone!.Value, stop) is { } call)
                {
                    await ask(call, approver, draft, stop);
                }
            }

            if (!await IsPendingAsync(draft.Id))
            {
                return;
            }

            if (round < services.Options.ApprovalRounds)
            {
                await Task.Delay(services.Options.BetweenApprovalRounds, services.Time, stop);
            }
        }

        VoiceServerLog.NobodyApproved(services.Log, draft.Id);
    }

    private async Task OverrideWhenDueAsync(Draft draft)
    {
        if (draft.OverrideAt is not { } at)
        {
            return;
        }

        TimeSpan wait = at - services.Time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, services.Time, stop);
        }

        if (await services.Drafts.GetAsync(draft.Id, stop) is not { } current)
        {
            return;
        }

        (Draft overridden, DraftVerdict verdict) = DraftRules.Override(current, services.Time.GetUtcNow());
        if (verdict == DraftVerdict.Done && await services.Drafts.SaveAsync(overridden, stop))
        {
            VoiceServerLog.Overridden(services.Log, draft.Id);
            await LaunchPatientlyAsync(overridden);
        }
    }

    /// <summary>Launches what nobody waits for on the phone: a store that cannot write is asked again.</summary>
    private async Task LaunchPatientlyAsync(Draft draft)
    {
        for (int attempt = 1; await LaunchAsync(draft, stop) is null; attempt++)
        {
            if (attempt == MostLaunches)
            {
                await services.Drafts.SaveAsync(DraftRules.NotLaunched(draft, "the engine refused the launch").Draft, stop);
                return;
            }

            await Task.Delay(BetweenLaunches, services.Time, stop);
        }
    }

    private async Task<AlertId?> LaunchAsync(Draft draft, CancellationToken ct)
    {
        LaunchResult result = await services.Desk.LaunchAsync(draft.Organisation, draft.Content, draft.Kind, await SignatureAsync(draft, ct), draft.IdempotencyKey, ct);
        if (result.Verdict is not (LaunchVerdict.Accepted or LaunchVerdict.AlreadyAccepted))
        {
            VoiceServerLog.LaunchFailed(services.Log, result.Verdict.ToString());
            return null;
        }

        VoiceServerLog.DraftLaunched(services.Log, draft.Id, result.Alert);
        (Draft launched, DraftVerdict verdict) = DraftRules.Launched(draft, result.Alert);
        if (verdict == DraftVerdict.Done)
        {
            await services.Drafts.SaveAsync(launched, ct);
        }

        return result.Alert;
    }

    /// <summary>Who asked and who approved, for the journal; without a second person it says that.</summary>
    private async Task<string> SignatureAsync(Draft draft, CancellationToken ct)
    {
        Operator? first = await services.Operators.GetAsync(draft.SubmittedBy, ct);
        Operator? second = draft.DecidedBy is { } id ? await services.Operators.GetAsync(id, ct) : null;
        return $"{first?.Name} ({first?.Number}) + {(second is null ? "override: no second person in time" : $"{second.Name} ({second.Number})")}";
    }

    private async Task<bool> IsPendingAsync(DraftId id) => (await services.Drafts.GetAsync(id, stop))?.State == DraftState.Pending;
}
