namespace AlertAutomaton.Sip.Transports;

/// <summary>The transports of SIP that trunks offer (RFC 3261 §18, §26.2.1).</summary>
public enum SipTransportProtocol
{
    /// <summary>Datagrams; requests are repeated by the transaction.</summary>
    Udp,

    /// <summary>A stream, one connection for both directions.</summary>
    Tcp,

    /// <summary>A stream inside TLS 1.2 or later.</summary>
    Tls,
}
