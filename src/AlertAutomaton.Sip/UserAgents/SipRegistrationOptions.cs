using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>A registration that keeps itself alive (RFC 3261 §10).</summary>
public sealed record SipRegistrationOptions
{
    /// <summary>The trunk's name, for logs.</summary>
    public required string Name { get; init; }

    /// <summary>The Request-URI: the registrar's domain, without a user.</summary>
    public required SipUri Registrar { get; init; }

    /// <summary>Where the registrar is, asked again before every REGISTER so that fail-over is followed; null when it cannot be resolved.</summary>
    public required Func<CancellationToken, ValueTask<SipDestination?>> Destination { get; init; }

    /// <summary>The address-of-record that is registered.</summary>
    public required SipUri AddressOfRecord { get; init; }

    /// <summary>The account.</summary>
    public SipCredentials? Credentials { get; init; }

    /// <summary>The lifetime asked for. 600 s; the registrar may shorten it, or lengthen it by 423.</summary>
    public TimeSpan Expires { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>The wait after the first failure; it doubles. 1 s.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait after ordinary failures. 60 s.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The shortest wait after a refusal of the account (403, or a password refused twice). 5 min: operators ban those who hammer.</summary>
    public TimeSpan RefusedBackOff { get; init; } = TimeSpan.FromMinutes(5);
}
