namespace AlertAutomaton.Sip.Messages;

/// <summary>A SIP request (RFC 3261 §7.1).</summary>
public sealed class SipRequest : SipMessage
{
    /// <summary>A request to be filled and sent.</summary>
    public SipRequest(SipMethod method, SipUri requestUri)
        : this(method, requestUri, new SipHeaders(), default)
    {
    }

    internal SipRequest(SipMethod method, SipUri requestUri, SipHeaders headers, ReadOnlyMemory<byte> body)
        : base(headers, body)
    {
        Method = method;
        RequestUri = requestUri;
    }

    /// <summary>The method.</summary>
    public SipMethod Method { get; }

    /// <summary>The Request-URI.</summary>
    public SipUri RequestUri { get; set; }

    /// <summary>
    /// A response to this request with Via, From, To, Call-ID and CSeq copied as they are (§8.2.6.2) and, when wanted, a To tag added.
    /// </summary>
    /// <param name="statusCode">100 to 699.</param>
    /// <param name="toTag">The tag added to a To without one; null for 100 Trying.</param>
    /// <param name="reasonPhrase">The phrase, or null for the usual one.</param>
    public SipResponse CreateResponse(int statusCode, string? toTag = null, string? reasonPhrase = null)
    {
        var response = new SipResponse(statusCode, reasonPhrase);
        response.Headers.CopyFrom(Headers, SipHeaderNames.Via);
        response.Headers.CopyFrom(Headers, SipHeaderNames.From);
        response.Headers.CopyFrom(Headers, SipHeaderNames.To);
        response.Headers.CopyFrom(Headers, SipHeaderNames.CallId);
        response.Headers.CopyFrom(Headers, SipHeaderNames.CSeq);
        if (toTag is not null && To is { Tag: null })
        {
            response.Headers.Set(SipHeaderNames.To, $"{Headers.GetFirst(SipHeaderNames.To)};tag={toTag}");
        }

        // §8.2.6.1: a 100 carries the Timestamp of its request.
        if (statusCode == 100)
        {
            response.Headers.CopyFrom(Headers, SipHeaderNames.Timestamp);
        }

        return response;
    }
}
