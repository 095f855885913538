namespace AlertAutomaton.Alerting.Alerts;

/// <summary>What a store accepts in one synced transaction: the alert, all its recipients, and the key that makes a repeat harmless.</summary>
public sealed record AlertOrder
{
    /// <summary>The alert.</summary>
    public required Alert Alert { get; init; }

    /// <summary>Its recipients, frozen; may be a million.</summary>
    public required IReadOnlyList<Recipient> Recipients { get; init; }

    /// <summary>Contacts that refused information and are warned all the same, because the alert is vital.</summary>
    public int RefusalsOverridden { get; init; }

    /// <summary>The limits of the organisation that it goes over, because it is vital; null when it goes over none.</summary>
    public string? QuotaOverridden { get; init; }

    /// <summary>Contacts that were left out because they refuse information on every way there is.</summary>
    public int LeftOut { get; init; }

    /// <summary>Chosen by whoever orders, unique per organisation, 1 to 200 characters.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>
    /// SHA-256 (64 hexadecimal digits) of what was ordered without the identifiers and times made here: the same key with
    /// another fingerprint is a conflict, with the same one it is the same order.
    /// </summary>
    public required string Fingerprint { get; init; }
}
