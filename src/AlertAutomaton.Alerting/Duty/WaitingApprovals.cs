using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>Which requests for a second person have waited so long that somebody on duty is to be phoned. Pure.</summary>
public static class WaitingApprovals
{
    private const string Prefix = "approval:";

    /// <summary>The key of the matter of a request.</summary>
    /// <param name="draft">The request.</param>
    /// <returns>The key.</returns>
    public static string KeyOf(DraftId draft) => Prefix + draft;

    /// <summary>What has to be raised, and what is over.</summary>
    /// <param name="open">The requests that are open.</param>
    /// <param name="matters">The matters as they stand.</param>
    /// <param name="patience">How long the approvers are given first.</param>
    /// <param name="now">The time.</param>
    /// <returns>Requests without a matter whose time has come, and keys of matters whose request was decided.</returns>
    public static (IReadOnlyList<Draft> Raise, IReadOnlyList<string> End) Look(IReadOnlyList<Draft> open, IReadOnlyList<DutyMatterState> matters, TimeSpan patience, DateTimeOffset now)
    {
        Dictionary<string, Draft> pending = open.Where(draft => draft.State == DraftState.Pending).ToDictionary(draft => KeyOf(draft.Id), StringComparer.Ordinal);
        HashSet<string> standing = [.. matters.Where(matter => matter.Standing != DutyStanding.Over).Select(matter => matter.Matter.Key).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))];
        return (
            [.. pending.Where(pair => !standing.Contains(pair.Key) && pair.Value.SubmittedAt is { } at && (now - at >= patience || at > now)).Select(pair => pair.Value)],
            [.. standing.Where(key => !pending.ContainsKey(key))]);
    }

    /// <summary>How much a request wants a person: a real one now, an exercise by day.</summary>
    /// <param name="draft">The request.</param>
    /// <returns>The weight of its matter.</returns>
    public static DutySeverity SeverityOf(Draft draft) => draft.Kind == AlertKind.Real ? DutySeverity.Urgent : DutySeverity.ByDay;
}
