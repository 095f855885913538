using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;
using AlertAutomaton.Smpp.Tracing;

namespace AlertAutomaton.Smpp.Server;

/// <summary>
/// One client at a server (SMPP 3.4 §2.2 seen from the SMSC): answers bind, enquire_link and unbind, hands submit_sm and data_sm to the handler,
/// sends deliver_sm and data_sm within a window of its own. Owns its stream. Thread-safe.
/// </summary>
public sealed partial class SmppServerSession : ISmppConnectionSink, IAsyncDisposable
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Stream _stream;
    private readonly SmppConnection _connection;
    private readonly SmppServerSessionOptions _options;
    private readonly ISmppServerHandler _handler;
    private readonly TimeProvider _time;
    private readonly long _start;
    private EnquireLinkState _link;
    private SequenceNumber _sequence;
    private bool _isClosed;
    private string? _reason;

    /// <summary>Takes a stream that a client opened.</summary>
    /// <param name="stream">Owned.</param>
    /// <param name="options">How it is treated.</param>
    /// <param name="handler">What is done with it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="trace">Takes the wire trace; null for none.</param>
    public SmppServerSession(
        Stream stream, SmppServerSessionOptions options, ISmppServerHandler handler, TimeProvider time, ISmppTrace? trace = null)
    {
        (_stream, _options, _handler, _time) = (stream, options, handler, time);
        _connection = new SmppConnection(stream, options.MaximumPduLength, options.SystemId, trace);
        _deliveries = new PendingRequests<Delivery>(options.Window, options.ResponseTimeout);
        _start = time.GetTimestamp();
    }

    /// <summary>How the client bound; null before.</summary>
    public BindRequest? Bound { get; private set; }

    /// <summary>True: enquire_link gets no answer, as from a far end that hangs behind an open connection.</summary>
    public bool IsMute { get; set; }

    /// <summary>Whether it takes deliver_sm.</summary>
    public bool CanReceive => Bound is BindReceiver or BindTransceiver && !_isClosed;

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Lives until the end.</summary>
    public async Task RunAsync()
    {
        _link = EnquireLinkSchedule.Heard(Now);
        string reason;
        await using (_time.CreateTimer(_ => Tick(), null, TickPeriod, TickPeriod))
        {
            reason = await _connection.ReadAsync(this);
        }

        FailDeliveries();
        await _connection.DrainAsync(DrainTime, _time);
        await _connection.DisposeAsync();
        _handler.Ended(this, _reason ?? reason);
    }

    /// <summary>Sends a response later than the handler did.</summary>
    public void Respond(SmppPdu response) => Send(response, flush: true);

    /// <summary>Asks the client to leave, and closes when it agrees or the time is over.</summary>
    public void AskToLeave()
    {
        lock (_gate)
        {
            _ = _connection.Append(new Unbind(NextSequence_NeedsLock()));
            _link = new EnquireLinkState(_link.LastHeard, Now);
        }

        _connection.Flush();
    }

    /// <summary>Cuts the connection without a word, as a broken network does.</summary>
    public void Cut()
    {
        _reason = "cut";
        _connection.Stop();
        if (_stream is System.Net.Sockets.NetworkStream network)
        {
            // A reset, not an orderly end.
            network.Socket.Close(0);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <inheritdoc/>
    void ISmppConnectionSink.Receive(SmppPdu pdu)
    {
        lock (_gate)
        {
            _link = EnquireLinkSchedule.Heard(Now);
        }

        switch (pdu)
        {
            case BindRequest bind:
                Accept(bind);
                break;
            case EnquireLink when IsMute:
                break;
            case EnquireLink:
                Send(new EnquireLinkResp(CommandStatus.Ok, pdu.Sequence), flush: false);
                break;
            case Unbind:
                Send(new UnbindResp(CommandStatus.Ok, pdu.Sequence), flush: false);
                Close("the client unbound");
                break;
            case UnbindResp:
                Close("unbound");
                break;
            case SubmitSm or DataSm when Bound is null or BindReceiver:
                Send(Refusal(pdu, CommandStatus.IncorrectBindStatus), flush: false);
                break;
            case SubmitSm or DataSm:
                Handle(pdu);
                break;
            case DeliverSmResp or DataSmResp or GenericNack:
                CompleteDelivery(pdu);
                break;
            case DeliverSm:
                Send(new GenericNack(CommandStatus.InvalidCommandId, pdu.Sequence), flush: false);
                break;
        }
    }

    /// <inheritdoc/>
    void ISmppConnectionSink.ReceiveMalformed(PduHeader header, PduFault fault)
    {
        if (!header.Command.IsResponse())
        {
            Send(new GenericNack(fault.Status, header.Sequence), flush: false);
        }

        if (fault.Severity == PduFaultSeverity.DropSession)
        {
            Close($"the client sent what is no SMPP: {fault.Reason}");
        }
    }

    /// <inheritdoc/>
    void ISmppConnectionSink.EndOfBatch() => PumpDeliveries();

    private static SmppPdu Refusal(SmppPdu request, CommandStatus status) => request is DataSm
        ? new DataSmResp(status, request.Sequence)
        : new SubmitSmResp(status, request.Sequence);

    private void Accept(BindRequest bind)
    {
        var status = Bound is null ? _handler.Bind(this, bind) : CommandStatus.AlreadyBound;
        Bound = status == CommandStatus.Ok ? bind : Bound;
        var version = new TlvList(Tlv.OfByte(TlvTag.ScInterfaceVersion, BindRequest.Version34));
        BindResponse response = bind switch
        {
            BindTransmitter => new BindTransmitterResp(status, bind.Sequence) { SystemId = _options.SystemId, Tlvs = version },
            BindReceiver => new BindReceiverResp(status, bind.Sequence) { SystemId = _options.SystemId, Tlvs = version },
            _ => new BindTransceiverResp(status, bind.Sequence) { SystemId = _options.SystemId, Tlvs = version },
        };
        Send(response, flush: false);
    }

    private void Handle(SmppPdu request)
    {
        var answer = _handler.HandleAsync(this, request);
        if (!answer.IsCompletedSuccessfully)
        {
            _ = AnswerLaterAsync(answer, request);
        }
        else if (answer.Result is { } response)
        {
            Send(response, flush: false);
        }
    }

    private async Task AnswerLaterAsync(ValueTask<SmppPdu?> answer, SmppPdu request)
    {
        SmppPdu? response;
        try
        {
            response = await answer;
        }
        catch (OperationCanceledException)
        {
            response = Refusal(request, CommandStatus.SystemError);
        }

        if (response is not null)
        {
            Send(response, flush: true);
        }
    }

    private void Tick()
    {
        EnquireLinkStep step;
        lock (_gate)
        {
            var now = Now;
            (_link, step) = EnquireLinkSchedule.Next(_link, now, _options.EnquireLinkInterval ?? TimeSpan.MaxValue, _options.ResponseTimeout);
            if (Bound is null && now > _options.ResponseTimeout)
            {
                step = EnquireLinkStep.GiveUp;
            }

            if (step == EnquireLinkStep.Ask)
            {
                _ = _connection.Append(new EnquireLink(NextSequence_NeedsLock()));
            }
        }

        ExpireDeliveries();
        _connection.Flush();
        if (step == EnquireLinkStep.GiveUp)
        {
            Close("the client fell silent");
        }
    }

    private void Send(SmppPdu pdu, bool flush)
    {
        _ = _connection.Append(pdu);
        if (flush)
        {
            _connection.Flush();
        }
    }

    private void Close(string reason)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            (_isClosed, _reason) = (true, _reason ?? reason);
        }

        _ = CloseAsync();
    }

    private async Task CloseAsync()
    {
        await Task.Yield();
        await _connection.DrainAsync(DrainTime, _time);
        _connection.Stop();
    }

    private SequenceNumber NextSequence_NeedsLock() => _sequence = _sequence.Next();
}
