namespace AlertAutomaton.Alerting.Texts;

/// <summary>What a store says to a text.</summary>
public enum InboundTextVerdict : byte
{
    /// <summary>It is synced on disk, and open.</summary>
    Stored,

    /// <summary>The last text of that sender was the same, moments ago: the network repeated it. Nothing was stored.</summary>
    Double,

    /// <summary>The store does not take it now: let the network repeat it.</summary>
    NotWritten,
}
