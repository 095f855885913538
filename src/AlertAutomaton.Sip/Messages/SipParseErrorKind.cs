namespace AlertAutomaton.Sip.Messages;

/// <summary>What is wrong with received bytes; decides whether and how they are answered.</summary>
public enum SipParseErrorKind
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>Only line ends or nothing: a keep-alive, not a message.</summary>
    Empty,

    /// <summary>The first line is neither a request line nor a status line.</summary>
    StartLine,

    /// <summary>The Request-URI breaks the grammar.</summary>
    RequestUri,

    /// <summary>The SIP version is not 2.0 (RFC 3261 §21.5.6: 505).</summary>
    Version,

    /// <summary>The status code is outside 100 to 699.</summary>
    StatusCode,

    /// <summary>A header line has no colon, no name, or a bare CR or LF.</summary>
    HeaderSyntax,

    /// <summary>A start line, header section, header count or body over its limit (<see cref="SipMessageLimits"/>).</summary>
    TooLarge,

    /// <summary>A mandatory header is absent (§8.1.1).</summary>
    MissingHeader,

    /// <summary>A header that may stand once stands several times.</summary>
    DuplicateHeader,

    /// <summary>A header that we rely on breaks its grammar or range.</summary>
    BadHeader,

    /// <summary>The method in CSeq is not that of the request line.</summary>
    CSeqMismatch,

    /// <summary>Content-Length is absent on a stream, negative, not a number, or contradictory.</summary>
    ContentLength,

    /// <summary>The datagram ends before Content-Length (§18.3: 400).</summary>
    ShortBody,
}
