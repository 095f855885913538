using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>An outgoing call as the application wants it.</summary>
public sealed record SipInvite
{
    /// <summary>Who is called.</summary>
    public required SipUri RequestUri { get; init; }

    /// <summary>The trunk that gets it, already resolved; later requests stay with this trunk too.</summary>
    public required SipDestination Destination { get; init; }

    /// <summary>From, without a tag.</summary>
    public required NameAddress From { get; init; }

    /// <summary>To, without a tag.</summary>
    public required NameAddress To { get; init; }

    /// <summary>P-Asserted-Identity (RFC 3325 §9.1), or null.</summary>
    public NameAddress? PAssertedIdentity { get; init; }

    /// <summary>P-Preferred-Identity (RFC 3325 §9.2), or null.</summary>
    public NameAddress? PPreferredIdentity { get; init; }

    /// <summary>Privacy (RFC 3323), such as "id"; null for none.</summary>
    public string? Privacy { get; init; }

    /// <summary>The account for a 401 or 407 of this trunk; null to report it as a rejection.</summary>
    public SipCredentials? Credentials { get; init; }

    /// <summary>Route values put before the request, such as the Service-Route of the registration (RFC 3608).</summary>
    public IReadOnlyList<NameAddress> Routes { get; init; } = [];

    /// <summary>The SDP offer; empty asks the far end for the offer (late offer), which the handler answers.</summary>
    public ReadOnlyMemory<byte> Sdp { get; init; }

    /// <summary>How long it may ring from the first packet on before we CANCEL. 45 s; over 180 s the trunk usually gives up itself.</summary>
    public TimeSpan RingTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>
    /// How long to wait for the first response of any kind before the call is told as <see cref="SipCallEndKind.Timeout"/>, so that another
    /// trunk is tried soon; the INVITE goes on being cancelled behind the scenes, so that nobody is left ringing. Null waits for timer B (32 s).
    /// Under 5 s, a lossy network looks like a dead one.
    /// </summary>
    public TimeSpan? FirstResponseTimeout { get; init; }

    /// <summary>The session interval asked for (RFC 4028), at least 90 s; null leaves session timers to the far end.</summary>
    public TimeSpan? SessionExpires { get; init; }

    /// <summary>The domain whose redirections (3xx) are followed, once; null reports every 3xx as a rejection.</summary>
    public string? RedirectDomain { get; init; }

    /// <summary>Judges the target of a redirection before it is called, on top of the domain; null allows the domain's targets.</summary>
    public Func<SipUri, bool>? RedirectAllowed { get; init; }

    /// <summary>Whether a request of over 1,300 bytes goes by TCP (RFC 3261 §18.1.1); falls back to UDP when TCP is refused.</summary>
    public bool TcpWhenLarge { get; init; }

    /// <summary>
    /// Keeps the answered call where a later process finds it; the ACK waits for the returned task, while the callee repeats its 2xx
    /// (RFC 3261 §13.3.1.4). Called once at most, on the user agent's thread; must not block. Null acknowledges at once.
    /// </summary>
    public Func<SipDialogIdentity, Task>? BeforeAcknowledgement { get; init; }

    /// <summary>How long the ACK waits for <see cref="BeforeAcknowledgement"/> at most; then it goes out and a warning is written. 1 s; under 32 s.</summary>
    public TimeSpan LongestAcknowledgementDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Further headers, written as given.</summary>
    public IReadOnlyList<(string Name, string Value)> ExtraHeaders { get; init; } = [];
}
