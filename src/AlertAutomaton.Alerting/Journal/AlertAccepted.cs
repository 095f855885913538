using AlertAutomaton.Alerting.Alerts;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>The order was accepted; <see cref="RecipientsFrozen"/> entries with all recipients follow in the same transaction.</summary>
public sealed record AlertAccepted : AlertEvent
{
    /// <summary>The alert as ordered.</summary>
    public required Alerts.Alert Order { get; init; }

    /// <summary>How many recipients follow.</summary>
    public required int Recipients { get; init; }

    /// <summary>Contacts that refused information and are warned all the same, because the alert is vital.</summary>
    public int RefusalsOverridden { get; init; }

    /// <summary>The limits of the organisation that it goes over, because it is vital; null when it goes over none.</summary>
    public string? QuotaOverridden { get; init; }

    /// <summary>Contacts that were left out because they refuse information on every way there is.</summary>
    public int LeftOut { get; init; }

    /// <summary>The key it was ordered with.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The fingerprint of the order.</summary>
    public required string Fingerprint { get; init; }
}
