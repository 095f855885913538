using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>The end of a call, with every hint the far end gave.</summary>
public sealed record SipCallEnd
{
    /// <summary>How it ended.</summary>
    public required SipCallEndKind Kind { get; init; }

    /// <summary>The final response to our INVITE that ended it, or null.</summary>
    public SipResponse? FinalResponse { get; init; }

    /// <summary>The status code of that response or of our own rejection, or null.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The first Reason of the BYE, CANCEL or final response (RFC 3326), Q.850 before others; null when none was given.</summary>
    public ReasonHeader? Reason { get; init; }

    /// <summary>What Retry-After asked for, as sent; the user of the stack caps it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether any response 101-199 was seen (100 only tells that the next hop lives).</summary>
    public bool ProvisionalSeen { get; init; }

    /// <summary>Whether any response at all was seen, 100 included.</summary>
    public bool AnyResponseSeen { get; init; }

    /// <summary>What went wrong, in English, for logs and the technician; null when nothing did.</summary>
    public string? Detail { get; init; }
}
