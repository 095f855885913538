using System.Buffers;
using System.Net.Sockets;
using System.Security.Authentication;
using AlertAutomaton.Smpp.Framing;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Tracing;

namespace AlertAutomaton.Smpp.Session;

/// <summary>
/// Octets in and out of one stream. PDUs are appended to a buffer and leave in batches: one write at a time, started by whoever appended. The far
/// end's refusal to read is bounded: past the limit the connection stops.
/// </summary>
/// <param name="stream">Owned.</param>
/// <param name="maximumPdu">The longest PDU taken.</param>
/// <param name="session">For the trace.</param>
/// <param name="trace">Null for none.</param>
internal sealed class SmppConnection(Stream stream, int maximumPdu, string session, ISmppTrace? trace) : IAsyncDisposable
{
    private const int FirstCapacity = 16 * 1024;
    private const int MostUnsent = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private ArrayBufferWriter<byte> _filling = new(FirstCapacity);
    private ArrayBufferWriter<byte> _leaving = new(FirstCapacity);
    private TaskCompletionSource? _idle;
    private bool _isWriting;
    private long _appended;
    private long _handedOver;

    /// <summary>Puts a PDU behind the others; gives its place in the stream.</summary>
    public long Append(SmppPdu pdu)
    {
        trace?.Write(SmppTraceDirection.Sent, session, SmppTraceRedactor.Describe(pdu));
        lock (_gate)
        {
            if (_filling.WrittenCount > MostUnsent)
            {
                Stop();
                return long.MaxValue;
            }

            var place = _appended;
            var before = _filling.WrittenCount;
            pdu.WriteTo(_filling);
            _appended += _filling.WrittenCount - before;
            return place;
        }
    }

    /// <summary>Whether a PDU's first octets were given to the operating system, so that the far end may have it.</summary>
    public bool WasHandedOver(long place)
    {
        lock (_gate)
        {
            return place < _handedOver;
        }
    }

    /// <summary>Lets what was appended leave.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_isWriting || _filling.WrittenCount == 0 || _stop.IsCancellationRequested)
            {
                return;
            }

            _isWriting = true;
        }

        _ = WriteAllAsync();
    }

    /// <summary>Waits until what was appended has left, or the time is over.</summary>
    public async Task DrainAsync(TimeSpan patience, TimeProvider time)
    {
        Flush();
        try
        {
            await WhenIdle().WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            Stop();
        }
    }

    /// <summary>Reads until the end; gives its reason.</summary>
    public async Task<string> ReadAsync(ISmppConnectionSink sink)
    {
        var framer = new SmppFramer(maximumPdu);
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var count = await stream.ReadAsync(framer.GetMemory(), _stop.Token);
                if (count == 0)
                {
                    return framer.IsMidPdu ? "the far end closed the connection within a PDU" : "the far end closed the connection";
                }

                framer.Advance(count);
                if (Give(framer, sink) is { } fault)
                {
                    return fault;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return "the connection was closed here";
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            var cause = (failure.InnerException as SocketException ?? failure as SocketException)?.SocketErrorCode.ToString();
            return $"the connection broke: {cause ?? failure.GetType().Name}";
        }

        return "the connection was closed here";
    }

    /// <summary>Ends reading and writing.</summary>
    public void Stop() => _ = _stop.CancelAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Stop();
        await stream.DisposeAsync();
        await WhenIdle();
    }

    private Task WhenIdle()
    {
        lock (_gate)
        {
            return _isWriting ? (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
        }
    }

    private string? Give(SmppFramer framer, ISmppConnectionSink sink)
    {
        for (var frame = framer.Read(); frame.Kind != SmppFrameKind.NeedMore && !_stop.IsCancellationRequested; frame = framer.Read())
        {
            if (frame.IsFault)
            {
                sink.ReceiveMalformed(default, PduFault.Session(CommandStatus.InvalidCommandLength, frame.Reason));
                sink.EndOfBatch();
                return frame.Reason;
            }

            if (PduParser.TryParse(frame.Octets.Span, out var header, out var pdu, out var fault))
            {
                trace?.Write(SmppTraceDirection.Received, session, SmppTraceRedactor.Describe(pdu));
                sink.Receive(pdu);
            }
            else
            {
                trace?.Write(SmppTraceDirection.Received, session, $"malformed {header.Command}: {fault.Reason}");
                sink.ReceiveMalformed(header, fault);
            }
        }

        sink.EndOfBatch();
        return null;
    }

    private async Task WriteAllAsync()
    {
        try
        {
            while (true)
            {
                ReadOnlyMemory<byte> batch;
                lock (_gate)
                {
                    _leaving.ResetWrittenCount();
                    if (_filling.WrittenCount == 0 || _stop.IsCancellationRequested)
                    {
                        _isWriting = false;
                        _idle?.SetResult();
                        _idle = null;
                        return;
                    }

                    (_filling, _leaving) = (_leaving, _filling);
                    batch = _leaving.WrittenMemory;
                    _handedOver += batch.Length;
                }

                await stream.WriteAsync(batch, _stop.Token);
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The reading loop tells why.
            Stop();
            lock (_gate)
            {
                _isWriting = false;
                _idle?.SetResult();
                _idle = null;
            }
        }
    }
}
