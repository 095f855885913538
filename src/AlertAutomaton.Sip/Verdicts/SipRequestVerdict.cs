using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Verdicts;

/// <summary>
/// What a user agent server must do with a request before anybody looks at its meaning (RFC 3261 §8.2.1 to §8.2.3, §12.2.2, in that order).
/// Pure: it reads the message and answers; sending is the transaction layer's work.
/// </summary>
public abstract record SipRequestVerdict
{
    private SipRequestVerdict()
    {
    }

    /// <summary>The request is in order: process it.</summary>
    public sealed record Proceed : SipRequestVerdict;

    /// <summary>Send nothing: an ACK is never answered (§17), nor is what cannot be answered.</summary>
    public sealed record Silence : SipRequestVerdict;

    /// <summary>Refuse with this status and these headers.</summary>
    /// <param name="StatusCode">400 to 505.</param>
    /// <param name="Headers">Headers that the status asks for, such as Allow or Unsupported.</param>
    public sealed record Refuse(int StatusCode, IReadOnlyList<SipHeader> Headers) : SipRequestVerdict
    {
        /// <summary>The response, ready to be sent.</summary>
        public SipResponse CreateResponse(SipRequest request, string toTag)
        {
            var response = request.CreateResponse(StatusCode, toTag);
            foreach (var header in Headers)
            {
                response.Headers.Add(header.Name, header.Value);
            }

            return response;
        }
    }

    private static readonly Proceed Proceeds = new();
    private static readonly Silence Silent = new();

    /// <summary>The verdict on a request.</summary>
    /// <param name="message">What the parser gave, also when it refused.</param>
    /// <param name="error">The parser's error, or <see cref="SipParseError.None"/>.</param>
    /// <param name="capabilities">What we serve.</param>
    /// <param name="dialogExists">Whether the request's Call-ID and tags name a dialog of ours; tells 481 (§12.2.2).</param>
    public static SipRequestVerdict Of(SipMessage? message, SipParseError error, SipUserAgentCapabilities capabilities, bool dialogExists)
    {
        if (message is not SipRequest request || request.Method == SipMethod.Ack)
        {
            return message is SipRequest && error.Kind == SipParseErrorKind.None ? Proceeds : Silent;
        }

        if (error.Kind != SipParseErrorKind.None)
        {
            return OfFault(request, error, capabilities);
        }

        return OfMethod(request, capabilities)
            ?? OfTarget(request, capabilities, dialogExists)
            ?? OfRequire(request, capabilities)
            ?? OfBody(request, capabilities)
            ?? OfAccept(request)
            ?? (SipRequestVerdict)Proceeds;
    }

    private static Refuse OfFault(SipRequest request, SipParseError error, SipUserAgentCapabilities capabilities) => error.Kind switch
    {
        SipParseErrorKind.Version => With(505),
        SipParseErrorKind.TooLarge when error.Where is "body" => With(413),

        // A method that we do not know may follow other rules (RFC 4475 §3.1.2.18).
        SipParseErrorKind.CSeqMismatch => OfMethod(request, capabilities) ?? With(400),
        _ => With(400),
    };

    // §8.2.1
    private static Refuse? OfMethod(SipRequest request, SipUserAgentCapabilities capabilities)
    {
        if (capabilities.Methods.Contains(request.Method.Name, StringComparer.Ordinal))
        {
            return null;
        }

        return With(SipMethod.IsKnown(request.Method) ? 405 : 501, new SipHeader(SipHeaderNames.Allow, string.Join(", ", capabilities.Methods)));
    }

    // §8.2.2.1 and §12.2.2; BYE, UPDATE, PRACK and INFO mean nothing outside a dialog.
    private static Refuse? OfTarget(SipRequest request, SipUserAgentCapabilities capabilities, bool dialogExists)
    {
        if (!capabilities.UriSchemes.Contains(request.RequestUri.Scheme, StringComparer.Ordinal))
        {
            return With(416);
        }

        if (dialogExists || request.Method == SipMethod.Cancel)
        {
            return null;
        }

        var needsDialog = request.Method == SipMethod.Bye || request.Method == SipMethod.Update
            || request.Method == SipMethod.Prack || request.Method == SipMethod.Info;
        return needsDialog || request.To?.Tag is not null ? With(481) : null;
    }

    // §8.2.2.3; Proxy-Require is not for us, and CANCEL carries no Require.
    private static Refuse? OfRequire(SipRequest request, SipUserAgentCapabilities capabilities)
    {
        if (request.Method == SipMethod.Cancel || !request.Headers.Contains(SipHeaderNames.Require))
        {
            return null;
        }

        var unknown = request.Headers.GetList(SipHeaderNames.Require)
            .Where(tag => !capabilities.OptionTags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return unknown.Length == 0 ? null : With(420, new SipHeader(SipHeaderNames.Unsupported, string.Join(", ", unknown)));
    }

    // §8.2.3
    private static Refuse? OfBody(SipRequest request, SipUserAgentCapabilities capabilities)
    {
        if (request.Body.IsEmpty || !CarriesSession(request.Method) || BodyIsOptional(request))
        {
            return null;
        }

        var encoding = request.Headers.GetFirst(SipHeaderNames.ContentEncoding);
        if (encoding is { Length: > 0 } && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            return With(415, new SipHeader(SipHeaderNames.AcceptEncoding, "identity"));
        }

        return request.MediaType is { } type && capabilities.SessionBodyTypes.Contains(type.Name, StringComparer.Ordinal)
            ? null
            : With(415, new SipHeader(SipHeaderNames.Accept, string.Join(", ", capabilities.SessionBodyTypes)));
    }

    // §20.11: an unknown body marked handling=optional is ignored.
    private static bool BodyIsOptional(SipRequest request) =>
        request.Headers.GetFirst(SipHeaderNames.ContentDisposition) is { } disposition
        && disposition.Contains("handling=optional", StringComparison.OrdinalIgnoreCase);

    // §20.1: an INVITE that accepts other types only must never get SDP (RFC 4475 §3.3.15).
    private static Refuse? OfAccept(SipRequest request)
    {
        if (request.Method != SipMethod.Invite || !request.Headers.Contains(SipHeaderNames.Accept))
        {
            return null;
        }

        return request.Headers.GetList(SipHeaderNames.Accept)
            .Any(item => MediaTypeHeader.TryParse(item, out var range) && range!.Covers("application/sdp"))
            ? null
            : With(406);
    }

    private static bool CarriesSession(SipMethod method) =>
        method == SipMethod.Invite || method == SipMethod.Update || method == SipMethod.Prack;

    private static Refuse With(int statusCode, params SipHeader[] headers) => new(statusCode, headers);
}
