namespace AlertAutomaton.Contracts.Duty;

/// <summary>Somebody in the duty roster.</summary>
public sealed record DutyPerson
{
    /// <summary>The operator number.</summary>
    public required string Number { get; init; }

    /// <summary>The name as colleagues read it.</summary>
    public required string Name { get; init; }

    /// <summary>False when a phone or a PIN is missing: the person is passed over.</summary>
    public required bool CanBePhoned { get; init; }
}
