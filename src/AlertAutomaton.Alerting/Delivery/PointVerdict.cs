namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What an attempt taught about the contact point itself; the register shows it to the clerk.</summary>
public enum PointVerdict : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Somebody there said that it is not this household's.</summary>
    WrongNumber,

    /// <summary>The network said that there is no such number.</summary>
    Invalid,

    /// <summary>Calls are refused there. A fact about this alert, not a fault of the register.</summary>
    Refused,

    /// <summary>The clerk took it out of the register, or its owner withdrew it, while the alert ran.</summary>
    Withdrawn,
}
