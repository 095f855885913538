namespace AlertAutomaton.Sip.Tracing;

/// <summary>Which way traced bytes went.</summary>
public enum SipTraceDirection
{
    /// <summary>From the peer to us.</summary>
    Received,

    /// <summary>From us to the peer.</summary>
    Sent,
}
