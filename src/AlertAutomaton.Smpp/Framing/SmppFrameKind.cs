namespace AlertAutomaton.Smpp.Framing;

/// <summary>What the framer found.</summary>
public enum SmppFrameKind
{
    /// <summary>More octets are needed.</summary>
    NeedMore,

    /// <summary>A whole PDU.</summary>
    Pdu,

    /// <summary>command_length is under 16 octets.</summary>
    TooShort,

    /// <summary>command_length is over the bound.</summary>
    TooLong,

    /// <summary>The far end speaks another protocol: the port is wrong, or one side uses TLS and the other does not.</summary>
    ForeignProtocol,
}
