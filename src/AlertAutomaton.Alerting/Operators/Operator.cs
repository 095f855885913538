using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>Somebody who may command: a user of the console, the tray or the voice server.</summary>
public sealed record Operator
{
    /// <summary>The fewest digits of an operator number.</summary>
    public const int FewestDigits = 3;

    /// <summary>The most digits of an operator number.</summary>
    public const int MostDigits = 8;

    /// <summary>Names the operator.</summary>
    public required OperatorId Id { get; init; }

    /// <summary>Whose operator it is.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>What is typed on the phone before the PIN: 3 to 8 digits, unique within the organisation. No secret.</summary>
    public required string Number { get; init; }

    /// <summary>The name as colleagues read it; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the operator is.</summary>
    public OperatorRole Role { get; init; } = OperatorRole.DutyOfficer;

    /// <summary>The languages the operator understands, best first, two letters each.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The phone on which the operator is called (approvals, call-backs, the duty chain); null where there is none.</summary>
    public E164Number? RegisteredPhone { get; init; }

    /// <summary>May launch, steer and end alerts.</summary>
    public bool MayLaunch { get; init; }

    /// <summary>May approve what a colleague asked for.</summary>
    public bool MayApprove { get; init; }

    /// <summary>False for somebody who left: no PIN lets them in.</summary>
    public bool Active { get; init; } = true;

    /// <summary>The hashed PIN; null where the operator has none and cannot use the phone.</summary>
    public PinSecret? Pin { get; init; }

    /// <summary>Hides the secret from whatever prints records.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append("Id = ").Append(Id).Append(", Organisation = ").Append(Organisation).Append(", Role = ").Append(Role);
        return true;
    }
}
