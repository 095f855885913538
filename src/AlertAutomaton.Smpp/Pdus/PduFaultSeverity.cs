namespace AlertAutomaton.Smpp.Pdus;

/// <summary>How far a decode failure reaches.</summary>
public enum PduFaultSeverity
{
    /// <summary>No failure.</summary>
    None,

    /// <summary>This PDU only: it is answered with its status, the session goes on.</summary>
    DropPdu,

    /// <summary>The stream cannot be trusted any more: the session ends.</summary>
    DropSession,
}
