namespace AlertAutomaton.Alerting.Policies;

/// <summary>Which phone lines a lane admits.</summary>
public enum LineFilter : byte
{
    /// <summary>Every number.</summary>
    Any,

    /// <summary>Numbers that the numbering plan gives to mobiles.</summary>
    Mobile,

    /// <summary>All numbers that are not known to be mobile.</summary>
    Landline,
}
