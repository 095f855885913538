using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>A registration that keeps itself alive until it is stopped.</summary>
public sealed class SipRegistration : IAsyncDisposable
{
    internal SipRegistration(SipRegistrationOptions options)
    {
        Options = options;
    }

    /// <summary>What was asked for.</summary>
    public SipRegistrationOptions Options { get; }

    /// <summary>Where it stands.</summary>
    public SipRegistrationState State { get; private set; }

    /// <summary>The last failure as a sentence for the technician, or null.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>The Service-Route of the last success (RFC 3608): the Route of requests to this trunk.</summary>
    public IReadOnlyList<NameAddress> ServiceRoute { get; private set; } = [];

    /// <summary>Raised on the user agent's threads after <see cref="State"/> changed.</summary>
    public event EventHandler? StateChanged;

    /// <summary>Unregisters, waiting at most a few seconds for the registrar.</summary>
    public ValueTask DisposeAsync()
    {
        StateChanged?.Invoke(this, EventArgs.Empty);
        return ValueTask.CompletedTask;
    }
}
