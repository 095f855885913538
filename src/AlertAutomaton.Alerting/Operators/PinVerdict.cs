namespace AlertAutomaton.Alerting.Operators;

/// <summary>What a typed PIN is.</summary>
public enum PinVerdict : byte
{
    /// <summary>Not this operator's; also for an operator that does not exist.</summary>
    Wrong,

    /// <summary>The operator's own.</summary>
    Right,

    /// <summary>The one for somebody who is being forced: everything goes on as if it were right, and the others are warned.</summary>
    Duress,
}
