namespace AlertAutomaton.Smpp.Tracing;

/// <summary>Which way a PDU went.</summary>
public enum SmppTraceDirection
{
    /// <summary>To the far end.</summary>
    Sent,

    /// <summary>From the far end.</summary>
    Received,
}
