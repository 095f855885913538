using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>An alarm, or a prepared alert, that wants a person on duty.</summary>
public sealed record DutyMatter
{
    /// <summary>The most characters of a key.</summary>
    public const int LongestKey = 200;

    /// <summary>Names it; what is launched for it goes under this name, so that it never leaves twice.</summary>
    public required DutyMatterId Id { get; init; }

    /// <summary>What it is about, 1 to 200 characters: while a matter stands, another one with the same key is the same matter. No secret, no number.</summary>
    public required string Key { get; init; }

    /// <summary>How much it wants a person.</summary>
    public required DutySeverity Severity { get; init; }

    /// <summary>The name of the sentence that says what it is; one that the catalogue does not know is said as "something needs a person".</summary>
    public required string Words { get; init; }

    /// <summary>The prepared alert; null where there is none.</summary>
    public DutyLaunch? Launch { get; init; }

    /// <summary>Who is not phoned for it although on duty: whom it is about. Null: everybody may be.</summary>
    public OperatorId? NotFor { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }
}
