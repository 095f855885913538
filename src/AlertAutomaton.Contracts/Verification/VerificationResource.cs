namespace AlertAutomaton.Contracts.Verification;

/// <summary>Whether the journal of an alert is as it was written: answer of <c>GET /api/v1/alerts/{id}/verification</c>.</summary>
public sealed record VerificationResource
{
    /// <summary>True when every entry follows from the one before and the rows follow from the entries.</summary>
    public required bool Sound { get; init; }

    /// <summary>The alert.</summary>
    public required Guid Alert { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Entries that were read.</summary>
    public required long Entries { get; init; }

    /// <summary>SHA-256 of the last entry, hexadecimal.</summary>
    public required string FinalHash { get; init; }

    /// <summary>True when the rows of the store were compared with the journal too.</summary>
    public required bool RowsCompared { get; init; }

    /// <summary>The first place that is wrong; null when sound.</summary>
    public string? FaultPlace { get; init; }

    /// <summary>What is wrong there.</summary>
    public string? Fault { get; init; }
}
