namespace AlertAutomaton.Telephony.Verdicts;

/// <summary>Who caused the ending of a call.</summary>
public enum FaultSide
{
    /// <summary>The person, the phone or the machine that was called.</summary>
    Callee,

    /// <summary>The operator, the trunk or the way to it.</summary>
    Network,

    /// <summary>This daemon: it was told to stop, or it had no port, no prompt or no memory left.</summary>
    Ours,
}
