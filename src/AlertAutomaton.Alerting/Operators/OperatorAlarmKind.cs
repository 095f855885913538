namespace AlertAutomaton.Alerting.Operators;

/// <summary>What the other operators are told about who calls the operators' line.</summary>
public enum OperatorAlarmKind : byte
{
    /// <summary>An operator number was locked after too many wrong PINs.</summary>
    OperatorLocked,

    /// <summary>So many wrong PINs in an hour that a kind of line lets nobody in.</summary>
    HourlyCapReached,

    /// <summary>Somebody came in with the duress PIN. The caller must not notice.</summary>
    Duress,
}
