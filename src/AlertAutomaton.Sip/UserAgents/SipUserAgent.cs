using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// A SIP user agent, client and server at once (RFC 3261 §8). Safe for concurrent use; everything it does runs one piece after the other.
/// </summary>
public sealed class SipUserAgent : IAsyncDisposable
{
    /// <summary>Creates a user agent; nothing is bound before <see cref="StartAsync"/>.</summary>
    public SipUserAgent(SipUserAgentOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        Options = options;
    }

    /// <summary>What it was made with.</summary>
    public SipUserAgentOptions Options { get; }

    /// <summary>The addresses really bound, port 0 replaced by the port taken.</summary>
    public IReadOnlyList<SipListenEndPoint> BoundEndPoints { get; private set; } = [];

    /// <summary>Asked for every new incoming call; null from it refuses the call as configured.</summary>
    public Func<SipIncomingCall, ISipCallHandler?>? IncomingCall { get; set; }

    /// <summary>Binds the listeners.</summary>
    /// <exception cref="IOException">An address cannot be bound; the message names it and the mend.</exception>
    public Task StartAsync(CancellationToken ct) => throw new InvalidOperationException(Options.ContactUser);

    /// <summary>Places a call. The INVITE leaves at once; trouble of any kind is told by <see cref="ISipCallHandler.OnEnded"/>.</summary>
    public ISipCall Invite(SipInvite invite, ISipCallHandler handler) => throw new InvalidOperationException(Options.ContactUser);

    /// <summary>Sends a request outside any call, such as OPTIONS, and waits for its final response; null when none came.</summary>
    public Task<SipResponse?> SendOutOfDialogAsync(SipRequest request, SipDestination destination, CancellationToken ct) =>
        throw new InvalidOperationException(Options.ContactUser);

    /// <summary>Hangs up a call that another process of ours left standing; completes when the far end answered or time ran out.</summary>
    public Task HangUpStandingAsync(SipDialogIdentity identity, CancellationToken ct) => throw new InvalidOperationException(Options.ContactUser);

    /// <summary>Starts a registration that keeps itself alive.</summary>
    public SipRegistration Register(SipRegistrationOptions options) => throw new InvalidOperationException(Options.ContactUser);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
