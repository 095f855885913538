namespace AlertAutomaton.Alerting.Operators;

/// <summary>What an operator is in the town hall. It says who somebody is; what somebody may do stands in <see cref="Operator"/> itself.</summary>
public enum OperatorRole : byte
{
    /// <summary>Looks and hears, changes nothing.</summary>
    Observer,

    /// <summary>Keeps the register and prepares scenarios.</summary>
    Clerk,

    /// <summary>On call at night.</summary>
    DutyOfficer,

    /// <summary>The mayor, or who stands in for the mayor.</summary>
    Mayor,

    /// <summary>Keeps the machine.</summary>
    Administrator,
}
