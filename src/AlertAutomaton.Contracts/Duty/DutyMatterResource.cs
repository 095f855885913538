namespace AlertAutomaton.Contracts.Duty;

/// <summary>An alarm, or a prepared alert, that wants a person on duty.</summary>
public sealed record DutyMatterResource
{
    /// <summary>Names it.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about; while it stands, the same trouble is the same matter.</summary>
    public required string Key { get; init; }

    /// <summary>The same in words, in the language of the request.</summary>
    public required string Text { get; init; }

    /// <summary><c>notice</c> (nobody is phoned), <c>byDay</c> or <c>urgent</c>.</summary>
    public required string Severity { get; init; }

    /// <summary><c>waiting</c>, <c>calling</c>, <c>taken</c> or <c>over</c>.</summary>
    public required string State { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How often the list was phoned to its end.</summary>
    public int Rounds { get; init; }

    /// <summary>Calls for it within the last hour.</summary>
    public int Calls { get; init; }

    /// <summary>Nobody is phoned before, UTC; null: nothing is waited for.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The operator number of whoever is being phoned; null while nobody is.</summary>
    public string? Calling { get; init; }

    /// <summary>The operator number of whoever has it; null while nobody has.</summary>
    public string? TakenBy { get; init; }

    /// <summary>When it was taken or was over, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What may be launched for it by key: <c>real</c>, <c>exercise</c> or <c>test</c>; null where nothing was prepared.</summary>
    public string? Launches { get; init; }
}
