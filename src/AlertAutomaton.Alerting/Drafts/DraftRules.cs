using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Alerting.Drafts;

/// <summary>What may be done with a draft, by whom. Pure; see <see cref="DraftState"/> for the diagram.</summary>
public static class DraftRules
{
    /// <summary>Asks for approval.</summary>
    /// <param name="draft">Prepared or returned.</param>
    /// <param name="by">Who asks: must be allowed to launch.</param>
    /// <param name="overrideAfter">When it goes without a second person; null: never.</param>
    /// <param name="now">The time.</param>
    /// <returns>The next version, or the same and why not.</returns>
    public static (Draft Draft, DraftVerdict Verdict) Submit(Draft draft, Operator by, TimeSpan? overrideAfter, DateTimeOffset now) =>
        !May(by, draft, by.MayLaunch) ? (draft, DraftVerdict.NotAllowed)
        : draft.State is not (DraftState.Prepared or DraftState.Returned) ? (draft, DraftVerdict.NotNow)
        : (Next(draft, DraftState.Pending) with
        {
            SubmittedBy = by.Id, SubmittedAt = now, OverrideAt = now + overrideAfter, DecidedBy = null, DecidedAt = null, Reason = null,
        }, DraftVerdict.Done);

    /// <summary>Lets it go. Nobody approves their own.</summary>
    /// <param name="draft">Pending.</param>
    /// <param name="by">The second person.</param>
    /// <param name="now">The time.</param>
    /// <returns>The next version, or the same and why not.</returns>
    public static (Draft Draft, DraftVerdict Verdict) Approve(Draft draft, Operator by, DateTimeOffset now) => Decide(draft, by, DraftState.Running, null, now);

    /// <summary>Gives it back for a change.</summary>
    /// <param name="draft">Pending.</param>
    /// <param name="by">The second person.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The time.</param>
    /// <returns>The next version, or the same and why not.</returns>
    public static (Draft Draft, DraftVerdict Verdict) Return(Draft draft, Operator by, string reason, DateTimeOffset now) =>
        Decide(draft, by, DraftState.Returned, reason, now);

    /// <summary>Refuses it for good.</summary>
    /// <param name="draft">Pending.</param>
    /// <param name="by">The second person.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The time.</param>
    /// <returns>The next version, or the same and why not.</returns>
    public static (Draft Draft, DraftVerdict Verdict) Reject(Draft draft, Operator by, string reason, DateTimeOffset now) =>
        Decide(draft, by, DraftState.Rejected, reason, now);

    /// <summary>Lets it go with one person's word, when nobody decided in time.</summary>
    /// <param name="draft">Pending.</param>
    /// <param name="now">The time.</param>
    /// <returns>The next version, or the same and why not.</returns>
    public static (Draft Draft, DraftVerdict Verdict) Override(Draft draft, DateTimeOffset now) =>
        draft.State != DraftState.Pending ? (draft, DraftVerdict.NotNow)
        : draft.OverrideAt is not { } at || now < at ? (draft, DraftVerdict.TooEarly)
        : (Next(draft, DraftState.Running) with { DecidedAt = now, ByOverride = true }, DraftVerdict.Done);

    /// <summary>Notes the alert that it became.</summary>
    /// <param name="draft">Running.</param>
    /// <param name="alert">The alert.</param>
    /// <returns>The next version, or the same and why not.</returns>
    public static (Draft Draft, DraftVerdict Verdict) Launched(Draft draft, AlertId alert) =>
        draft.State != DraftState.Running || draft.Alert is not null
            ? (draft, DraftVerdict.NotNow)
            : (Next(draft, DraftState.Running) with { Alert = alert }, DraftVerdict.Done);

    /// <summary>Gives it back because the engine refused the launch: whoever approved was told that nothing was sent, so nothing may be sent later.</summary>
    /// <param name="draft">Running, and no alert.</param>
    /// <param name="reason">What the engine said.</param>
    /// <returns>The next version, or the same and why not.</returns>
    public static (Draft Draft, DraftVerdict Verdict) NotLaunched(Draft draft, string reason) =>
        draft.State != DraftState.Running || draft.Alert is not null
            ? (draft, DraftVerdict.NotNow)
            : (Next(draft, DraftState.Returned) with { Reason = reason }, DraftVerdict.Done);

    private static (Draft Draft, DraftVerdict Verdict) Decide(Draft draft, Operator by, DraftState state, string? reason, DateTimeOffset now) =>
        !May(by, draft, by.MayApprove) ? (draft, DraftVerdict.NotAllowed)
        : draft.SubmittedBy == by.Id ? (draft, DraftVerdict.OwnDraft)
        : draft.State != DraftState.Pending ? (draft, DraftVerdict.NotNow)
        : (Next(draft, state) with { DecidedBy = by.Id, DecidedAt = now, Reason = reason }, DraftVerdict.Done);

    private static bool May(Operator who, Draft draft, bool right) => right && who.Active && who.Organisation == draft.Organisation;

    private static Draft Next(Draft draft, DraftState state) => draft with { State = state, Version = draft.Version + 1 };
}
