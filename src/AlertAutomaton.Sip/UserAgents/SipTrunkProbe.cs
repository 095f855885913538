using AlertAutomaton.Sip.Liveness;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>Watches one trunk with OPTIONS and tells when it goes down and comes back. A trunk counts as up until it was found down.</summary>
public sealed class SipTrunkProbe : IDisposable, IDeadlineOwner
{
    private const int NextKind = 0;
    private const int PatienceKind = 1;

    private readonly UserAgentCore _core;
    private readonly Deadline _deadline;
    private readonly CancellationTokenSource _closing = new();
    private TrunkProbeState _state = TrunkProbe.Initial;
    private int _round;
    private bool _isDisposed;

    internal SipTrunkProbe(UserAgentCore core, SipTrunkProbeOptions options)
    {
        _core = core;
        Options = options;
        _deadline = new Deadline(this);
    }

    /// <summary>Raised on the user agent's threads after <see cref="IsUp"/> changed.</summary>
    public event EventHandler? StateChanged;

    /// <summary>How it watches.</summary>
    public SipTrunkProbeOptions Options { get; }

    /// <summary>Whether the trunk answers.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>The last failure as a sentence for the technician, or null after a success.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Stops watching.</summary>
    public void Dispose() => _core.Queue.Post(
        _ =>
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _core.Deadlines.Disarm(_deadline);
                _closing.Cancel();
                _closing.Dispose();
            }
        },
        null);

    /// <inheritdoc/>
    void IDeadlineOwner.OnDeadline(Deadline deadline)
    {
        if (deadline.Kind == PatienceKind)
        {
            OnOutcome(_round, "no answer in time");
        }
        else
        {
            Begin();
        }
    }

    internal void Begin()
    {
        if (!_isDisposed)
        {
            _core.Deadlines.Arm(_deadline, Options.Patience, PatienceKind);
            _ = ResolveAsync(++_round, _closing.Token);
        }
    }

    private async Task ResolveAsync(int round, CancellationToken ct)
    {
        SipDestination? destination = null;
        string failure = "the trunk's name cannot be resolved";
        try
        {
            destination = await Options.Destination(ct).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = $"resolving the trunk failed: {exception.Message}";
        }

        _core.Queue.Post(
            _ =>
            {
                if (destination is null)
                {
                    OnOutcome(round, failure);
                    return;
                }

                // Any final response shows a living trunk, even 405 or 404; 503 says itself that it serves nobody, 408 that nobody is behind it.
                OutOfDialogRequest.Send(_core, new SipRequest(SipMethod.Options, Options.Target), destination, null, (response, reason) => OnOutcome(
                    round,
                    response is null ? reason : response.StatusCode is 408 or 503 ? $"{response.StatusCode} {response.ReasonPhrase}" : null));
            },
            null);
    }

    private void OnOutcome(int round, string? failure)
    {
        if (_isDisposed || round != _round)
        {
            return;
        }

        // A late answer of this round is no second outcome.
        _round++;
        _state = TrunkProbe.Step(_state, failure is null, Options);
        LastFailure = failure;
        _core.Deadlines.Arm(_deadline, TrunkProbe.WaitAfter(_state, Options), NextKind);
        if (IsUp != _state.IsUp)
        {
            IsUp = _state.IsUp;
            SipUserAgentLog.TrunkChanged(_core.Log, Options.Name, IsUp ? "answers again" : "does not answer", failure);
            StateChanged?.Invoke(this, EventArgs.Empty);
        }
    }
}
