namespace AlertAutomaton.Alerting.Residents;

/// <summary>What became of a resident's wish to be registered.</summary>
public enum CallbackOutcome : byte
{
    /// <summary>The resident was called and stands in the register.</summary>
    Done = 1,

    /// <summary>The resident will not be registered: lives elsewhere, thought better of it, was never reached.</summary>
    Declined = 2,
}
