using System.Net;
using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.Verdicts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// What the calls, registrations and single requests of one user agent share: the serial queue, the deadlines, the transactions and the
/// table of calls. Everything here runs on the serial queue.
/// </summary>
internal sealed partial class UserAgentCore : ITransactionCore
{
    private const int MostAccounts = 256;

    private readonly Dictionary<(string CallId, string LocalTag), SipCall> _calls = [];
    private readonly Dictionary<(SipCredentials Credentials, IPEndPoint Remote), DigestClient> _accounts = [];
    private readonly Func<IPAddress, bool> _isTrusted;

    public UserAgentCore(
        SipUserAgentOptions options,
        TimeProvider time,
        SerialQueue queue,
        SipTransportLayer transports,
        Func<IPAddress, bool> isTrusted,
        ILogger log)
    {
        Options = options;
        Queue = queue;
        Transports = transports;
        Log = log;
        _isTrusted = isTrusted;
        Deadlines = new DeadlineQueue(time, queue);
        Transactions = new TransactionDriver(options.Timers, Deadlines, transports, this, options.MaxServerTransactions);
        Capabilities = new SipUserAgentCapabilities();
        Allow = string.Join(", ", Capabilities.Methods);
    }

    public SipUserAgentOptions Options { get; }

    public SerialQueue Queue { get; }

    public DeadlineQueue Deadlines { get; }

    public SipTransportLayer Transports { get; }

    public TransactionDriver Transactions { get; }

    public SipUserAgentCapabilities Capabilities { get; }

    public ILogger Log { get; }

    /// <summary>The Allow value of everything we send.</summary>
    public string Allow { get; }

    /// <summary>Asked for incoming calls.</summary>
    public Func<SipIncomingCall, ISipCallHandler?>? IncomingCall { get; set; }

    /// <summary>How many calls and standing dialogs are known.</summary>
    public int CallCount => _calls.Count;

    /// <summary>Raised when the last call has gone.</summary>
    public Action? AllCallsGone { get; set; }

    public void Add(SipCall call) => _calls[(call.CallId, call.LocalTag)] = call;

    public void Remove(SipCall call)
    {
        if (_calls.Remove((call.CallId, call.LocalTag)) && _calls.Count == 0)
        {
            AllCallsGone?.Invoke();
        }
    }

    /// <summary>The calls at this moment.</summary>
    public SipCall[] Calls() => [.. _calls.Values];

    /// <summary>The digest state of an account at one neighbour: its nonce is counted over all calls.</summary>
    public DigestClient? AccountFor(SipCredentials? credentials, SipPath path)
    {
        if (credentials is null)
        {
            return null;
        }

        if (!_accounts.TryGetValue((credentials, path.Remote), out DigestClient? client))
        {
            if (_accounts.Count >= MostAccounts)
            {
                _accounts.Clear();
            }

            client = new DigestClient(credentials);
            _accounts.Add((credentials, path.Remote), client);
        }

        return client;
    }

    /// <summary>
    /// The next hop of a request inside a dialog. A numeric address is taken when it is one of the trunks' (or no policy restricts it);
    /// names that a stranger may have put there are not resolved, the way that made the dialog is kept instead.
    /// </summary>
    public SipPath NextHopOf(DialogState dialog)
    {
        SipUri uri = dialog.NextHop;
        if (!IPAddress.TryParse(uri.Host, out IPAddress? address) || !_isTrusted(address))
        {
            return dialog.Path;
        }

        SipTransportProtocol protocol = uri.Transport switch
        {
            "tcp" => SipTransportProtocol.Tcp,
            "udp" => SipTransportProtocol.Udp,
            null => dialog.RouteSet.Count > 0 || dialog.Path.Remote.Address.Equals(address)
                ? dialog.Path.Transport.Protocol : SipTransportProtocol.Udp,
            _ => dialog.Path.Transport.Protocol,
        };
        var endPoint = new IPEndPoint(address, uri.Port ?? (protocol == SipTransportProtocol.Tls ? 5061 : 5060));

        // An accepted stream's far port is not the one that its Contact names, but it is the connection to use.
        if (protocol == dialog.Path.Transport.Protocol && dialog.Path.IsReliable && address.Equals(dialog.Path.Remote.Address))
        {
            return dialog.Path;
        }

        return Transports.PathTo(new SipDestination(protocol, endPoint)) ?? dialog.Path;
    }

    /// <inheritdoc/>
    public void OnRequest(ServerTransaction transaction, SipRequest request)
    {
        SipCall? call = request.To?.Tag is { } tag && request.CallId is { } callId ? _calls.GetValueOrDefault((callId, tag)) : null;
        if (call is not null && !call.IsFrom(request))
        {
            call = null;
        }

        SipRequestVerdict verdict = SipRequestVerdict.Of(request, SipParseError.None, Capabilities, call is not null);
        switch (verdict)
        {
            case SipRequestVerdict.Refuse refuse:
                transaction.Respond(refuse.CreateResponse(request, SipTokenSource.NewTag()));
                break;
            case SipRequestVerdict.Silence:
                break;
            default:
                if (call is not null)
                {
                    call.OnRequest(transaction, request);
                }
                else if (request.Method == SipMethod.Invite)
                {
                    TakeInvite(transaction, request);
                }
                else
                {
                    TakeSingle(transaction, request);
                }

                break;
        }
    }

    /// <inheritdoc/>
    public void OnAck(SipRequest ack)
    {
        if (ack.To?.Tag is { } tag && ack.CallId is { } callId && _calls.GetValueOrDefault((callId, tag)) is { } call)
        {
            call.OnAck(ack);
        }
    }

    private void TakeSingle(ServerTransaction transaction, SipRequest request)
    {
        if (request.Method == SipMethod.Options)
        {
            SipResponse response = request.CreateResponse(200, SipTokenSource.NewTag());
            response.Headers.Add(SipHeaderNames.Allow, Allow);
            response.Headers.Add(SipHeaderNames.Accept, SessionBody.Sdp);
            response.Headers.Add(SipHeaderNames.Supported, SipCall.Supported);
            transaction.Respond(response);
        }
        else
        {
            SipResponse response = request.CreateResponse(405, SipTokenSource.NewTag());
            response.Headers.Add(SipHeaderNames.Allow, Allow);
            transaction.Respond(response);
        }
    }

    private void TakeInvite(ServerTransaction transaction, SipRequest request)
    {
        if (_calls.Count >= Options.MaxCalls)
        {
            SipResponse busy = request.CreateResponse(503, SipTokenSource.NewTag());
            busy.Headers.Add(SipHeaderNames.RetryAfter, "10");
            transaction.Respond(busy);
            return;
        }

        if (SessionTimerAgreement.IsTooShort(request, Options.MinimumSessionInterval))
        {
            SipResponse tooShort = request.CreateResponse(422, SipTokenSource.NewTag());
            tooShort.MinSessionExpires = (uint)Options.MinimumSessionInterval.TotalSeconds;
            transaction.Respond(tooShort);
            return;
        }

        if (DialogState.OfRequest(request, SipTokenSource.NewTag(), transaction.Path) is not { } dialog)
        {
            transaction.Respond(request.CreateResponse(400, SipTokenSource.NewTag(), "Contact is missing"));
            return;
        }

        var call = new IncomingSipCall(this, transaction, request, dialog);
        ISipCallHandler? handler = Ask(new SipIncomingCall(call, request, transaction.Path.ToDestination()));
        if (handler is null)
        {
            call.RefuseUnheard(Options.NobodyStatus);
            return;
        }

        call.Begin(handler);
    }

    private ISipCallHandler? Ask(SipIncomingCall call)
    {
        try
        {
            return IncomingCall?.Invoke(call);
        }
        catch (Exception exception)
        {
            SipUserAgentLog.HandlerFailed(Log, call.Call.CallId, nameof(IncomingCall), exception);
            return null;
        }
    }
}
