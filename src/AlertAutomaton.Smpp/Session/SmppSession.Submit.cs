using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <content>Submitting: queue, window, rate, and what became of each segment.</content>
internal sealed partial class SmppSession
{
    private static readonly TimeSpan LeastPace = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan SuggestedWait = TimeSpan.FromSeconds(5);

    private readonly SubmitQueue _queue = new();
    private readonly PendingRequests<OutgoingSegment> _pending;
    private ITimer? _pace;
    private CommandStatus? _throttling;

    /// <summary>Segments that wait to leave, and that wait for their response.</summary>
    public (int Queued, int InWindow) Load
    {
        get
        {
            lock (_gate)
            {
                return (_queue.Count, _pending.Count);
            }
        }
    }

    /// <summary>The rate that holds now.</summary>
    public double Rate
    {
        get
        {
            lock (_gate)
            {
                return _rate.RateAt(Now);
            }
        }
    }

    /// <summary>Takes a message; its result comes in any case.</summary>
    public void Submit(OutgoingMessage message)
    {
        lock (_gate)
        {
            if (_state.Phase != SessionPhase.Bound)
            {
                Finish_NeedsLock(message, SegmentResult.NotSent("not bound"));
                return;
            }

            if (_queue.Count + message.Segments.Count > _options.QueueLimit)
            {
                Finish_NeedsLock(message, SegmentResult.Throttled(null, "our queue is full", SuggestedWait));
                return;
            }

            _queue.Add(message);
        }

        Pump();
    }

    /// <summary>The caller no longer waits for a message.</summary>
    public void Abandon(OutgoingMessage message)
    {
        lock (_gate)
        {
            message.Abandon();
        }
    }

    /// <summary>Nothing more of a message may leave; what left is waited for.</summary>
    public void Withdraw(OutgoingMessage message)
    {
        lock (_gate)
        {
            message.Withdraw();
        }
    }

    private static void Finish_NeedsLock(OutgoingMessage message, SegmentResult result)
    {
        foreach (var segment in message.Segments)
        {
            message.Finish(segment, result);
        }
    }

    private void Pump()
    {
        CommandStatus? throttling;
        double rate;
        lock (_gate)
        {
            var now = Now;
            (throttling, _throttling, rate) = (_throttling, null, _rate.RateAt(now));
            while (_state.Phase == SessionPhase.Bound && _pending.HasRoom && _queue.TryPeek(out var segment))
            {
                if (!_rate.TryTake(now, out var wait))
                {
                    _ = _pace?.Change(wait < LeastPace ? LeastPace : wait, Timeout.InfiniteTimeSpan);
                    break;
                }

                _queue.Take();
                var sequence = NextSequence_NeedsLock();
                segment.WasSubmitted = true;
                _pending.Add(sequence, segment, now);
                segment.Place = _connection.Append(segment.Pdu with { Sequence = sequence });
                _counters.Submitted++;
            }
        }

        _connection.Flush();
        if (throttling is { } status)
        {
            _user.Throttled(status, rate);
        }
    }

    private void Complete_NeedsLock(SequenceNumber sequence, SmppPdu? response)
    {
        if (!_pending.TryComplete(sequence, out var segment))
        {
            _counters.Late++;
            return;
        }

        switch (response)
        {
            case SubmitSmResp { Status: CommandStatus.Ok } accepted:
                _counters.Accepted++;
                _rate.Accepted(Now);
                segment.Message.Finish(segment, SegmentResult.Accepted(accepted.MessageId));
                break;
            case null or { Status: CommandStatus.Ok }:
                _counters.Unknown++;
                segment.Message.Finish(segment, SegmentResult.Unknown("the response could not be read"));
                break;
            default:
                Refuse_NeedsLock(segment, response.Status);
                break;
        }
    }

    private void Refuse_NeedsLock(OutgoingSegment segment, CommandStatus status)
    {
        var now = Now;
        if (!_options.ThrottleStatuses.Contains(status) && CommandStatusTable.VerdictOf(status) != CommandVerdict.Throttled)
        {
            _counters.Rejected++;
            var result = SegmentResult.Refused(status);
            segment.Message.Finish(segment, result);
            if (result.Kind != SubmitResultKind.Temporary)
            {
                segment.Message.FinishUnsent(SegmentResult.NotSent("another segment was refused"));
            }

            return;
        }

        _counters.Throttled++;
        _rate.Throttled(now);
        _throttling = status;
        segment.ThrottledAt ??= now;
        if (!segment.Message.IsWithdrawn && now - segment.ThrottledAt < _options.ThrottlePatience && _state.Phase == SessionPhase.Bound)
        {
            segment.WasSubmitted = false;
            _queue.Return(segment);
            return;
        }

        segment.Message.Finish(segment, SegmentResult.Throttled(status, CommandStatusTable.NameOf(status), SuggestedWait));
    }

    private void Expire()
    {
        var freed = false;
        lock (_gate)
        {
            while (_pending.TryExpire(Now, out var segment))
            {
                freed = true;
                _counters.Unknown++;
                segment.Message.Finish(segment, SegmentResult.Unknown("no response in time"));
            }
        }

        if (freed)
        {
            Pump();
        }
    }

    // What was given to the operating system may have arrived; what was not cannot have.
    private void FinishAll()
    {
        lock (_gate)
        {
            foreach (var segment in _pending.Drain())
            {
                var mayHaveArrived = _connection.WasHandedOver(segment.Place);
                _counters.Unknown += mayHaveArrived ? 1 : 0;
                WithoutResponse += mayHaveArrived ? 1 : 0;
                segment.Message.Finish(
                    segment,
                    mayHaveArrived
                        ? SegmentResult.Unknown($"no response: {_end!.Reason}")
                        : SegmentResult.NotSent(_end!.Reason));
            }

            foreach (var segment in _queue.Drain())
            {
                segment.Message.Finish(segment, SegmentResult.NotSent(_end!.Reason));
            }
        }
    }

    /// <summary>Segments that were without response when the session ended.</summary>
    public int WithoutResponse { get; private set; }
}
