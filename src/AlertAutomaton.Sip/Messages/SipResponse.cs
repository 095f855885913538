namespace AlertAutomaton.Sip.Messages;

/// <summary>A SIP response (RFC 3261 §7.2).</summary>
public sealed class SipResponse : SipMessage
{
    /// <summary>A response to be filled and sent.</summary>
    /// <param name="statusCode">100 to 699.</param>
    /// <param name="reasonPhrase">The phrase, or null for the usual one.</param>
    /// <exception cref="ArgumentException">The code is out of range or the phrase holds a line break.</exception>
    public SipResponse(int statusCode, string? reasonPhrase = null)
        : this(statusCode, reasonPhrase ?? SipReasonPhrases.For(statusCode), new SipHeaders(), default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 699);
        if (ReasonPhrase.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A reason phrase cannot hold a line break.", nameof(reasonPhrase));
        }
    }

    internal SipResponse(int statusCode, string reasonPhrase, SipHeaders headers, ReadOnlyMemory<byte> body)
        : base(headers, body)
    {
        StatusCode = statusCode;
        ReasonPhrase = reasonPhrase;
    }

    /// <summary>100 to 699.</summary>
    public int StatusCode { get; }

    /// <summary>The reason phrase; may be empty.</summary>
    public string ReasonPhrase { get; }

    /// <summary>1xx.</summary>
    public bool IsProvisional => StatusCode < 200;

    /// <summary>2xx.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;

    /// <summary>Not 1xx.</summary>
    public bool IsFinal => StatusCode >= 200;
}
