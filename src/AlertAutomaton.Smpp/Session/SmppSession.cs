using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>Drives one session over one connection: clock and octets for <see cref="SmppSessionMachine"/>, window and rate for what is submitted.</summary>
internal sealed partial class SmppSession : ISmppConnectionSink
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly SmppConnection _connection;
    private readonly SmppClientOptions _options;
    private readonly SessionTimes _times;
    private readonly BindRequest _bind;
    private readonly ISmppSessionUser _user;
    private readonly RateLimiter _rate;
    private readonly SmppClientCounters _counters;
    private readonly TimeProvider _time;
    private readonly long _start;
    private SessionState _state = SmppSessionMachine.Initial;
    private SequenceNumber _sequence = SequenceNumber.Unknown;
    private SessionEnd? _end;

    public SmppSession(
        SmppConnection connection,
        SmppClientOptions options,
        BindRequest bind,
        ISmppSessionUser user,
        RateLimiter rate,
        SmppClientCounters counters,
        TimeProvider time,
        long start)
    {
        (_connection, _options, _bind, _user, _rate, _counters, _time, _start) = (connection, options, bind, user, rate, counters, time, start);
        _times = new SessionTimes(options.ResponseTimeout, options.EnquireLinkInterval, options.UnbindTimeout);
        _pending = new PendingRequests<OutgoingSegment>(options.Window, options.ResponseTimeout);
    }

    /// <summary>When it was bound; a monotonic moment of the client.</summary>
    public TimeSpan? BoundAt { get; private set; }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    public bool CanSubmit => _bind is not BindReceiver;

    public bool CanReceive => _bind is not BindTransmitter;

    /// <summary>For the log.</summary>
    public string Mode => _bind.Command.ToString();

    /// <summary>Binds and lives until the end; all submissions have their result then.</summary>
    /// <param name="ended">Called when the session takes no more, before the results of what waited.</param>
    /// <param name="stop">Asks to leave.</param>
    public async Task<SessionEnd> RunAsync(Action<SmppSession> ended, CancellationToken stop)
    {
        string reason;
        Step(new SessionInput.Connected());
        await using (_time.CreateTimer(_ => Tick(), null, TickPeriod, TickPeriod))
        await using (_pace = _time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan))
        await using (stop.Register(() => Step(new SessionInput.Stop())))
        {
            reason = await _connection.ReadAsync(this);
        }

        Step(new SessionInput.Lost(reason));
        ended(this);
        await _connection.DrainAsync(DrainTime, _time);
        FinishAll();
        await _connection.DisposeAsync();
        return _end!;
    }

    /// <summary>Sends an answer to what <see cref="ISmppSessionUser.Deliver"/> brought.</summary>
    /// <param name="pdu">The response.</param>
    /// <param name="flush">False when more follow at once; the last one lets all leave.</param>
    public void Answer(SmppPdu pdu, bool flush)
    {
        _ = _connection.Append(pdu);
        if (flush)
        {
            _connection.Flush();
        }
    }

    /// <summary>Lets answers leave.</summary>
    public void Flush() => _connection.Flush();

    /// <inheritdoc/>
    void ISmppConnectionSink.Receive(SmppPdu pdu) => Step(new SessionInput.Received(pdu), flush: false);

    /// <inheritdoc/>
    void ISmppConnectionSink.ReceiveMalformed(PduHeader header, PduFault fault) => Step(new SessionInput.Malformed(header, fault), flush: false);

    /// <inheritdoc/>
    void ISmppConnectionSink.EndOfBatch() => Pump();

    private void Tick()
    {
        Expire();
        Step(new SessionInput.Due());
    }

    private void Step(SessionInput input, bool flush = true)
    {
        SessionEffect[] effects;
        lock (_gate)
        {
            (_state, effects) = SmppSessionMachine.Step(_state, input, Now, _times);
            foreach (var effect in effects)
            {
                Carry_NeedsLock(effect);
            }
        }

        // What calls the application stays outside of the lock.
        foreach (var effect in effects)
        {
            if (effect is SessionEffect.Bound bound)
            {
                _user.SessionBound(this, bound.SystemId);
            }
            else if (effect is SessionEffect.Deliver delivery)
            {
                _user.Deliver(this, delivery.Pdu);
            }
        }

        if (flush && effects.Length > 0)
        {
            _connection.Flush();
        }
    }

    private void Carry_NeedsLock(SessionEffect effect)
    {
        switch (effect)
        {
            case SessionEffect.SendBind:
                _ = _connection.Append(_bind with { Sequence = NextSequence_NeedsLock() });
                break;
            case SessionEffect.SendEnquireLink:
                _ = _connection.Append(new EnquireLink(NextSequence_NeedsLock()));
                break;
            case SessionEffect.SendUnbind:
                _ = _connection.Append(new Unbind(NextSequence_NeedsLock()));
                break;
            case SessionEffect.Answer answer:
                _ = _connection.Append(answer.Pdu);
                break;
            case SessionEffect.Complete complete:
                Complete_NeedsLock(complete.Sequence, complete.Response);
                break;
            case SessionEffect.Bound:
                BoundAt = Now;
                break;
            case SessionEffect.Close close:
                _end = close.End;
                _ = CloseAsync();
                break;
        }
    }

    // What was appended, an unbind_resp or generic_nack, leaves first.
    private async Task CloseAsync()
    {
        await Task.Yield();
        await _connection.DrainAsync(DrainTime, _time);
        _connection.Stop();
    }

    private SequenceNumber NextSequence_NeedsLock()
    {
        do
        {
            _sequence = _sequence.Next();
        }
        while (_pending.Contains(_sequence));
        return _sequence;
    }
}
