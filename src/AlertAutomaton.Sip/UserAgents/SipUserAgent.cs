using System.Net.Sockets;
using AlertAutomaton.Sip.Admission;
using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Tracing;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// A SIP user agent, client and server at once (RFC 3261 §8). Safe for concurrent use; everything it does runs one piece after the other.
/// </summary>
public sealed partial class SipUserAgent : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly ISipTrace? _trace;
    private readonly SipSourcePolicy? _policy;
    private readonly ILogger _log;
    private readonly Func<SipListenEndPoint, ISipTransport> _bind;
    private readonly SerialQueue _queue;
    private UserAgentCore? _core;
    private SipReceiver? _receiver;
    private Func<SipIncomingCall, ISipCallHandler?>? _incomingCall;
    private int _isDisposed;

    /// <summary>Creates a user agent; nothing is bound before <see cref="StartAsync"/>.</summary>
    /// <param name="options">How it listens and limits itself.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where it logs.</param>
    /// <param name="trace">Gets every message as it is on the wire, or null.</param>
    /// <param name="policy">Who is listened to and whose addresses are called inside a dialog; null for everybody, as in tests.</param>
    public SipUserAgent(
        SipUserAgentOptions options, TimeProvider time, ILoggerFactory loggers, ISipTrace? trace = null, SipSourcePolicy? policy = null)
        : this(options, time, loggers, trace, policy, bind: null, inline: false)
    {
    }

    internal SipUserAgent(
        SipUserAgentOptions options,
        TimeProvider time,
        ILoggerFactory loggers,
        ISipTrace? trace,
        SipSourcePolicy? policy,
        Func<SipListenEndPoint, ISipTransport>? bind,
        bool inline)
    {
        Options = options;
        _time = time;
        _trace = trace;
        _policy = policy;
        _log = loggers.CreateLogger<SipUserAgent>();
        _bind = bind ?? Bind;
        _queue = new SerialQueue(exception => SipUserAgentLog.WorkFailed(_log, exception), inline);
    }

    /// <summary>What it was made with.</summary>
    public SipUserAgentOptions Options { get; }

    /// <summary>The addresses really bound, port 0 replaced by the port taken.</summary>
    public IReadOnlyList<SipListenEndPoint> BoundEndPoints { get; private set; } = [];

    /// <summary>Asked for every new incoming call; null from it refuses the call as configured.</summary>
    public Func<SipIncomingCall, ISipCallHandler?>? IncomingCall
    {
        get => _incomingCall;
        set
        {
            _incomingCall = value;
            if (_core is { } core)
            {
                core.IncomingCall = value;
            }
        }
    }

    /// <summary>How much it holds at this moment.</summary>
    public SipUserAgentSnapshot Snapshot => _core is not { } core
        ? new SipUserAgentSnapshot(0, 0, 0, 0, 0)
        : new SipUserAgentSnapshot(
            core.CallCount, core.Transactions.ClientCount, core.Transactions.ServerCount, core.Deadlines.Count, _receiver!.Dropped);

    private UserAgentCore Core => _core ?? throw new InvalidOperationException("The user agent is not started.");

    /// <summary>Binds the listeners.</summary>
    /// <exception cref="IOException">An address cannot be bound; the message names it and the mend.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        var bound = new List<ISipTransport>();
        try
        {
            foreach (SipListenEndPoint listen in Options.Listen)
            {
                ct.ThrowIfCancellationRequested();
                bound.Add(_bind(FollowPort(listen, bound)));
            }
        }
        catch
        {
            foreach (ISipTransport transport in bound)
            {
                await transport.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }

        var layer = new SipTransportLayer(bound, Options.AdvertisedHost, _trace, _time);
        var core = new UserAgentCore(Options, _time, _queue, layer, address => _policy?.IsTrusted(address) != false, _log)
        {
            IncomingCall = _incomingCall,
        };
        _receiver = new SipReceiver(core, _policy, _trace);
        _core = core;
        BoundEndPoints = [.. bound.Select(transport => new SipListenEndPoint(transport.Protocol, transport.LocalEndPoint))];
        foreach (ISipTransport transport in bound)
        {
            transport.Start(_receiver);
            SipTransportLog.Listening(_log, new SipListenEndPoint(transport.Protocol, transport.LocalEndPoint));
        }
    }

    /// <summary>Places a call. The INVITE leaves at once; trouble of any kind is told by <see cref="ISipCallHandler.OnEnded"/>.</summary>
    public ISipCall Invite(SipInvite invite, ISipCallHandler handler)
    {
        var call = new OutgoingSipCall(Core, invite, handler);
        _queue.Post(static call => ((OutgoingSipCall)call!).Begin(), call);
        return call;
    }

    /// <summary>
    /// Sends a request outside any call, such as OPTIONS, and waits for its final response; null when none came. From tag, Call-ID, CSeq,
    /// Max-Forwards and Contact are filled in where they are absent.
    /// </summary>
    public Task<SipResponse?> SendOutOfDialogAsync(SipRequest request, SipDestination destination, CancellationToken ct) =>
        SendOutOfDialogAsync(request, destination, null, ct);

    /// <summary>The same with an account for challenges.</summary>
    public Task<SipResponse?> SendOutOfDialogAsync(
        SipRequest request, SipDestination destination, SipCredentials? credentials, CancellationToken ct)
    {
        UserAgentCore core = Core;
        var result = new TaskCompletionSource<SipResponse?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Post(
            _ => OutOfDialogRequest.Send(core, request, destination, credentials, (response, _) => result.TrySetResult(response)), null);
        return result.Task.WaitAsync(ct);
    }

    /// <summary>Hangs up a call that another process of ours left standing; completes when the far end answered or time ran out.</summary>
    /// <param name="identity">What was kept at the answer.</param>
    /// <param name="ct">Ends the wait, not the request.</param>
    /// <returns>Whether the far end confirmed that the call is gone: 2xx, or 481 because it already was.</returns>
    public Task<bool> HangUpStandingAsync(SipDialogIdentity identity, CancellationToken ct) => HangUpStandingAsync(identity, null, ct);

    /// <summary>The same with an account for trunks that challenge BYE.</summary>
    public Task<bool> HangUpStandingAsync(SipDialogIdentity identity, SipCredentials? credentials, CancellationToken ct)
    {
        UserAgentCore core = Core;
        if (DialogIdentities.Revive(identity, core.Transports) is not { } dialog)
        {
            return Task.FromResult(false);
        }

        var result = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Post(
            _ =>
            {
                SipRequest bye = dialog.CreateRequest(SipMethod.Bye);
                var single = new SingleRequest(
                    core,
                    bye,
                    core.AccountFor(credentials, dialog.Path),
                    response => result.TrySetResult(response is { IsSuccess: true } or { StatusCode: 481 }));
                core.Transactions.Send(bye, core.NextHopOf(dialog), single);
            },
            null);
        return result.Task.WaitAsync(ct);
    }

    // "udp:…:0" and "tcp:…:0" share the port that the first of them took, as a real daemon's listeners share 5060.
    private static SipListenEndPoint FollowPort(SipListenEndPoint listen, List<ISipTransport> bound)
    {
        if (listen.EndPoint.Port != 0)
        {
            return listen;
        }

        ISipTransport? twin = bound.Find(other =>
            other.Protocol != listen.Protocol && other.LocalEndPoint.Address.Equals(listen.EndPoint.Address));
        return twin is null ? listen : listen with { EndPoint = twin.LocalEndPoint };
    }

    private ISipTransport Bind(SipListenEndPoint listen)
    {
        try
        {
            return listen.Protocol switch
            {
                SipTransportProtocol.Udp => new UdpTransport(listen.EndPoint, _log),
                SipTransportProtocol.Tcp => new TcpTransport(
                    listen.EndPoint,
                    new TcpTransportLimits(Options.MaxConnections, Options.ConnectTimeout, Options.IdleTimeout),
                    _time,
                    _log),
                _ => throw new IOException($"Cannot listen on {listen}: this version speaks udp and tcp; configure one of them."),
            };
        }
        catch (SocketException exception)
        {
            string mend = exception.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "another program uses the port; stop it or choose another port in Sip.Listen",
                SocketError.AddressNotAvailable => "no network card of this machine has the address; correct Sip.Listen",
                SocketError.AccessDenied => "the system forbids it; choose a port over 1023 or grant the right",
                _ => "correct Sip.Listen",
            };
            throw new IOException($"Cannot listen on {listen}: {exception.Message}; {mend}.", exception);
        }
    }
}
