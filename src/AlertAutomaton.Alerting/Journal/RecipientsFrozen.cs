using System.Collections.Immutable;
using AlertAutomaton.Alerting.Alerts;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>Recipients of the alert, in the order of the list.</summary>
public sealed record RecipientsFrozen : AlertEvent
{
    /// <summary>The place in the list of the first of them, from 0.</summary>
    public required int First { get; init; }

    /// <summary>The recipients; at most <see cref="AlertOrderEntries.RecipientsPerEntry"/>.</summary>
    public required ImmutableArray<Recipient> Recipients { get; init; }
}
