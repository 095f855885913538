namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What a resident said by acknowledging.</summary>
public enum AcknowledgementOption : byte
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Key 1: heard and safe.</summary>
    Safe,

    /// <summary>Key 2: heard and in need of help.</summary>
    NeedsHelp,

    /// <summary>Will come (convocations).</summary>
    Present,

    /// <summary>Will not come (convocations).</summary>
    Absent,
}
