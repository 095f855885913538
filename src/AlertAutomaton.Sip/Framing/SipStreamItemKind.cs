namespace AlertAutomaton.Sip.Framing;

/// <summary>What was cut out of a stream.</summary>
public enum SipStreamItemKind
{
    /// <summary>Nothing yet: more bytes are needed.</summary>
    NeedMore,

    /// <summary>One whole message.</summary>
    Message,

    /// <summary>A double CRLF between messages: the peer asks for a pong, a single CRLF (RFC 5626 §4.4.1).</summary>
    Ping,

    /// <summary>A single CRLF between messages: the answer to our ping, or an idle keep-alive.</summary>
    Pong,

    /// <summary>The stream cannot be followed any further: close the connection.</summary>
    Fault,
}
