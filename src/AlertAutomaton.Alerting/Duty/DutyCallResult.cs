namespace AlertAutomaton.Alerting.Duty;

/// <summary>How a call to a person on duty went.</summary>
public enum DutyCallResult : byte
{
    /// <summary>Nobody answered: busy, refused, rang in vain, no line, or no phone registered.</summary>
    NoAnswer,

    /// <summary>Somebody or a machine answered and did not identify with a PIN.</summary>
    NotIdentified,

    /// <summary>The person said: not me.</summary>
    Declined,

    /// <summary>The person identified and hung up or fell silent without a decision.</summary>
    Undecided,

    /// <summary>The person took note.</summary>
    Noted,

    /// <summary>The person launched the prepared alert, or asked for the second person.</summary>
    Launched,

    /// <summary>The matter was over when the person had identified.</summary>
    Gone,

    /// <summary>The call broke by a fault of our own.</summary>
    Failed,
}
