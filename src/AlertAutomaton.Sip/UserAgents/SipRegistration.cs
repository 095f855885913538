using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Registration;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>A registration that keeps itself alive until it is stopped.</summary>
public sealed class SipRegistration : IAsyncDisposable, IDeadlineOwner
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(4);

    private readonly UserAgentCore _core;
    private readonly Deadline _due;
    private readonly Deadline _goodbye;
    private readonly string _callId = SipTokenSource.NewCallId();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();
    private RegistrationState _state;
    private uint _sequence;

    internal SipRegistration(UserAgentCore core, SipRegistrationOptions options)
    {
        _core = core;
        Options = options;
        _due = new Deadline(this);
        _goodbye = new Deadline(this);
        _state = RegistrationMachine.Initial(options);
    }

    /// <summary>Raised on the user agent's threads after <see cref="State"/> or <see cref="LastFailure"/> changed.</summary>
    public event EventHandler? StateChanged;

    /// <summary>What was asked for.</summary>
    public SipRegistrationOptions Options { get; }

    /// <summary>Where it stands.</summary>
    public SipRegistrationState State { get; private set; }

    /// <summary>The last failure as a sentence for the technician, or null after a success.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>The Service-Route of the last success (RFC 3608): the Route of requests to this trunk.</summary>
    public IReadOnlyList<NameAddress> ServiceRoute { get; private set; } = [];

    /// <summary>The Path of the last success (RFC 3327): the proxies through which the registrar reaches us.</summary>
    public IReadOnlyList<NameAddress> Path { get; private set; } = [];

    /// <summary>Unregisters; completes when the registrar answered, or after four seconds.</summary>
    public Task StopAsync()
    {
        _core.Queue.Post(
            _ =>
            {
                _core.Deadlines.Disarm(_due);
                _core.Deadlines.Arm(_goodbye, LongestGoodbye, 1);
                Step(new RegistrationInput.Stop());
            },
            null);
        return _stopped.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await _closing.CancelAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    /// <inheritdoc/>
    void IDeadlineOwner.OnDeadline(Deadline deadline) => Step(
        ReferenceEquals(deadline, _due) ? new RegistrationInput.Due() : new RegistrationInput.Unreachable("no answer to the goodbye"));

    internal void Step(RegistrationInput input)
    {
        (_state, RegistrationEffect[] effects) = RegistrationMachine.Step(_state, input, _core.Deadlines.Now, Options);
        foreach (RegistrationEffect effect in effects)
        {
            switch (effect)
            {
                case RegistrationEffect.Send send:
                    _ = SendAsync(send.Expires);
                    break;
                case RegistrationEffect.Wait wait:
                    _core.Deadlines.Arm(_due, wait.After);
                    break;
                case RegistrationEffect.Tell tell:
                    Tell(tell);
                    break;
                default:
                    break;
            }
        }
    }

    private void Tell(RegistrationEffect.Tell tell)
    {
        State = tell.State;
        LastFailure = tell.Failure;
        SipUserAgentLog.RegistrationChanged(_core.Log, Options.Name, tell.State, tell.Failure);
        if (tell.State == SipRegistrationState.Stopped)
        {
            _core.Deadlines.Disarm(_due);
            _core.Deadlines.Disarm(_goodbye);
            _stopped.TrySetResult();
        }

        StateChanged?.Invoke(this, EventArgs.Empty);
    }

    // Resolving may take seconds; its result comes back to the serial queue.
    private async Task SendAsync(TimeSpan expires)
    {
        SipDestination? destination = null;
        string failure = "the registrar's name cannot be resolved";
        try
        {
            destination = await Options.Destination(_closing.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = $"resolving the registrar failed: {exception.Message}";
        }

        // Not PostInline: this may run inside a step of the machine or on a thread of the resolver.
        _core.Queue.Post(
            _ =>
            {
                if (destination is null)
                {
                    Step(new RegistrationInput.Unreachable(failure));
                }
                else
                {
                    Send(destination, expires);
                }
            },
            null);
    }

    private void Send(SipDestination destination, TimeSpan expires)
    {
        var request = new SipRequest(SipMethod.Register, Options.Registrar);
        var address = new NameAddress(null, Options.AddressOfRecord);
        request.From = address.WithTag(SipTokenSource.NewTag());
        request.To = address;
        request.CallId = _callId;
        request.CSeq = new CSeqHeader(++_sequence, SipMethod.Register);
        request.Headers.Add(SipHeaderNames.Supported, "path");
        request.Headers.Add(SipHeaderNames.Allow, _core.Allow);
        request.Expires = (uint)expires.TotalSeconds;
        OutOfDialogRequest.Send(
            _core, request, destination, Options.Credentials, (response, failure) => OnAnswer(response, failure, expires), () => ++_sequence);
    }

    private void OnAnswer(SipResponse? response, string? failure, TimeSpan expires)
    {
        switch (response)
        {
            case null:
                Step(new RegistrationInput.Unreachable(failure ?? "no answer"));
                break;
            case { IsSuccess: true }:
                ServiceRoute = response.Addresses(SipHeaderNames.ServiceRoute);
                Path = response.Addresses(SipHeaderNames.Path);
                Step(new RegistrationInput.Accepted(GrantedBy(response, expires)));
                break;
            case { StatusCode: 423 }:
                Step(new RegistrationInput.TooBrief(TimeSpan.FromSeconds(response.MinExpires ?? 0)));
                break;
            default:
                Step(new RegistrationInput.Refused(response.StatusCode, response.ReasonPhrase, response.RetryAfter?.Delay));
                break;
        }
    }

    // §10.2.4: our own binding tells how long it lasts; registrars list those of other devices too, and may rewrite ours behind NAT.
    private TimeSpan GrantedBy(SipResponse response, TimeSpan asked)
    {
        NameAddress? own = response.Contacts.FirstOrDefault(contact =>
                string.Equals(contact.Uri.User, _core.Options.ContactUser, StringComparison.Ordinal))
            ?? (response.Contacts.Count == 1 ? response.Contacts[0] : null);
        return (own?.Expires ?? response.Expires) is { } seconds && seconds <= asked.TotalSeconds ? TimeSpan.FromSeconds(seconds) : asked;
    }
}
