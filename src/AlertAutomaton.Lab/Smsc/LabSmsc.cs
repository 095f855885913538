using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Server;
using AlertAutomaton.Smpp.Text;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Lab.Smsc;

/// <summary>
/// The lab's SMSC: a real SMPP server on a real socket, behind which every number has a handset that behaves by its last digits
/// (<see cref="TextRules"/>). It can throttle, fall mute, and cut the connection with texts unanswered. Thread-safe.
/// </summary>
public sealed partial class LabSmsc : ISmppServerHandler, IAsyncDisposable
{
    private static readonly TimeSpan AssemblyTime = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly LabSmscOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly long _origin;
    private readonly SmppServer _server;
    private readonly WitnessLog _witness;
    private readonly SmsAssembly _assembly = new(AssemblyTime);
    private readonly SegmentCounter _seconds = new();
    private readonly Dictionary<SmppServerSession, int> _unanswered = [];
    private readonly List<LabText> _texts = [];
    private readonly ConcurrentDictionary<string, Channel<LabText>> _handsets = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private long _nextId = 106_000;
    private int _throttled;
    private int _cutAt;
    private int _held;
    private volatile bool _isMute;
    private TaskCompletionSource _wasCut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Builds the SMSC; <see cref="Start"/> opens its port.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where trouble goes.</param>
    public LabSmsc(LabSmscOptions options, TimeProvider time, ILogger<LabSmsc> log)
    {
        _options = options;
        _time = time;
        _log = log;
        _origin = time.GetTimestamp();
        _witness = options.Witness ?? WitnessLog.None();
        SegmentsPerSecond = options.SegmentsPerSecond;
        _server = new SmppServer(new SmppServerOptions { Listen = options.Listen }, this, time);
    }

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => _server.EndPoint;

    /// <summary>Segments that it takes in a second, from now on; null for no limit.</summary>
    public int? SegmentsPerSecond { get; set; }

    /// <summary>True: enquire_link gets no answer any more.</summary>
    public bool IsMute
    {
        get => _isMute;
        set
        {
            _isMute = value;
            foreach (SmppServerSession session in _server.Sessions)
            {
                session.IsMute = value;
            }
        }
    }

    /// <summary>How often it told a client to slow down.</summary>
    public int Throttled => Volatile.Read(ref _throttled);

    /// <summary>Every whole text that came to a handset, in order.</summary>
    public IReadOnlyList<LabText> Texts
    {
        get
        {
            lock (_gate)
            {
                return [.. _texts];
            }
        }
    }

    /// <summary>The segments taken in each second of the lab's clock.</summary>
    public IReadOnlyList<(long Second, int Taken)> SegmentsBySecond
    {
        get
        {
            lock (_gate)
            {
                return _seconds.Seconds();
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Opens the port.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The address is taken.</exception>
    public void Start()
    {
        _server.Start();
        LabLog.SmscStarted(_log, EndPoint);
    }

    /// <summary>The next text on a handset.</summary>
    /// <param name="number">E.164.</param>
    /// <param name="within">How long it is awaited.</param>
    /// <exception cref="LabAssertionException">None came in time.</exception>
    public async Task<LabText> ExpectTextAsync(string number, TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, _time);
        try
        {
            return await Handset(number).Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException cause)
        {
            throw new LabAssertionException($"{number} got no text within {within.TotalSeconds} s.", cause);
        }
    }

    /// <summary>Fails when a handset has a text that no test has taken.</summary>
    /// <param name="number">E.164.</param>
    /// <exception cref="LabAssertionException">It has one.</exception>
    public void ExpectNothingMore(string number)
    {
        if (Handset(number).Reader.TryPeek(out _))
        {
            throw new LabAssertionException($"{number} got another text although nothing more was expected.");
        }
    }

    /// <summary>Answers nothing to the next submit_sm and cuts the connection once that many are unanswered. The texts are taken all the same.</summary>
    /// <param name="unanswered">How many, 1 or more.</param>
    /// <returns>Completes with the cut.</returns>
    public Task CutWithUnansweredAsync(int unanswered)
    {
        lock (_gate)
        {
            (_cutAt, _held) = (unanswered, 0);
            _wasCut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _wasCut.Task;
        }
    }

    /// <summary>Cuts every connection now.</summary>
    public void Cut()
    {
        foreach (SmppServerSession session in _server.Sessions)
        {
            session.Cut();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
    }

    CommandStatus ISmppServerHandler.Bind(SmppServerSession session, BindRequest bind)
    {
        if (!string.Equals(bind.SystemId, _options.SystemId, StringComparison.Ordinal))
        {
            return CommandStatus.InvalidSystemId;
        }

        if (!string.Equals(bind.Password, _options.Password, StringComparison.Ordinal))
        {
            return CommandStatus.InvalidPassword;
        }

        session.IsMute = IsMute;
        lock (_gate)
        {
            _unanswered[session] = 0;
        }

        return CommandStatus.Ok;
    }

    void ISmppServerHandler.Ended(SmppServerSession session, string reason)
    {
        lock (_gate)
        {
            _unanswered.Remove(session);
        }
    }

    ValueTask<SmppPdu?> ISmppServerHandler.HandleAsync(SmppServerSession session, SmppPdu request)
    {
        if (request is not SubmitSm submit)
        {
            return ValueTask.FromResult<SmppPdu?>(new DataSmResp(CommandStatus.InvalidCommandId, request.Sequence));
        }

        CommandStatus status;
        bool cut = false;
        bool held = false;
        long id;
        lock (_gate)
        {
            status = Admit_NeedsLock(session);
            id = status == CommandStatus.Ok ? _nextId++ : 0;
            if (status == CommandStatus.Ok && _cutAt > 0)
            {
                held = true;
                cut = ++_held == _cutAt;
                _cutAt = cut ? 0 : _cutAt;
            }
        }

        TextPlan plan = TextRules.Plan(TextRules.Of(NumberOf(submit)));
        if (status == CommandStatus.Ok)
        {
            status = plan.Status;
        }

        string responseId = status == CommandStatus.Ok ? ReceiptWriter.ResponseId(id, _options.Receipts) : string.Empty;
        Witness(status is CommandStatus.Ok || plan.Status != CommandStatus.Ok ? "submit" : "throttled", submit, responseId, status);
        if (status == CommandStatus.Ok)
        {
            Take(session, submit, id, plan);
        }

        if (cut)
        {
            session.Cut();
            _wasCut.TrySetResult();
        }

        return held ? ValueTask.FromResult<SmppPdu?>(null) : AnswerAsync(session, new SubmitSmResp(status, submit.Sequence) { MessageId = responseId });
    }

    private static string NumberOf(SubmitSm submit) => submit.Destination.Value.StartsWith('+') ? submit.Destination.Value : $"+{submit.Destination.Value}";

    private CommandStatus Admit_NeedsLock(SmppServerSession session)
    {
        int unanswered = _unanswered.GetValueOrDefault(session);
        if (unanswered >= _options.Window)
        {
            _throttled++;
            return _options.WindowStatus;
        }

        if (!_seconds.TryTake(Now, SegmentsPerSecond))
        {
            _throttled++;
            return _options.ThrottleStatus;
        }

        _unanswered[session] = unanswered + 1;
        return CommandStatus.Ok;
    }

    private ValueTask<SmppPdu?> AnswerAsync(SmppServerSession session, SubmitSmResp response)
    {
        if (_options.AnswerDelay > TimeSpan.Zero)
        {
            return AnswerLaterAsync(session, response);
        }

        Answered(session, response);
        return ValueTask.FromResult<SmppPdu?>(response);
    }

    private async ValueTask<SmppPdu?> AnswerLaterAsync(SmppServerSession session, SubmitSmResp response)
    {
        await Task.Delay(_options.AnswerDelay, _time, _stop.Token);
        Answered(session, response);
        return response;
    }

    private void Answered(SmppServerSession session, SubmitSmResp response)
    {
        lock (_gate)
        {
            if (response.Status != _options.WindowStatus && response.Status != _options.ThrottleStatus && _unanswered.TryGetValue(session, out int unanswered))
            {
                _unanswered[session] = unanswered - 1;
            }
        }
    }

    private Channel<LabText> Handset(string number) => _handsets.GetOrAdd(number, static _ => Channel.CreateUnbounded<LabText>());

    private void Witness(string what, SmppMessage message, string id, CommandStatus status = CommandStatus.Ok) => _witness.Write(new WitnessEntry
    {
        Time = _time.GetUtcNow(),
        What = what,
        Callee = message is SubmitSm submit ? NumberOf(submit) : message.Source.ToText(),
        CallId = id,
        Caller = message is SubmitSm ? message.Source.ToText() : message.Destination.ToText(),
        Status = status == CommandStatus.Ok ? null : (int)status,
        Text = what is "reply" or "receipt" ? SmsDecoder.Decode(message).Text : null,
    });
}
