namespace AlertAutomaton.Contracts.Phones;

/// <summary>Somebody who may command by phone. No PIN is ever given out, hashed or not.</summary>
public sealed record OperatorResource
{
    /// <summary>Names the operator in journals and logs.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is typed on the phone before the PIN: 3 to 8 digits.</summary>
    public required string Number { get; init; }

    /// <summary>The name as colleagues read it.</summary>
    public required string Name { get; init; }

    /// <summary><c>observer</c>, <c>clerk</c>, <c>dutyOfficer</c>, <c>mayor</c> or <c>administrator</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Languages, best first, two letters each.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The phone on which the operator is called, E.164; null where there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>May launch, steer and end alerts.</summary>
    public bool MayLaunch { get; init; }

    /// <summary>May approve what a colleague asked for.</summary>
    public bool MayApprove { get; init; }

    /// <summary>False for somebody who left.</summary>
    public bool Active { get; init; }

    /// <summary>True when there is a PIN.</summary>
    public bool HasPin { get; init; }

    /// <summary>True when there is a duress PIN.</summary>
    public bool HasDuressPin { get; init; }

    /// <summary>Until when wrong PINs have locked the number for phones that are not the operator's own; null when it is open.</summary>
    public DateTimeOffset? LockedUntil { get; init; }
}
