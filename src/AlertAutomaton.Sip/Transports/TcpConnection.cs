using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using AlertAutomaton.Sip.Framing;

namespace AlertAutomaton.Sip.Transports;

/// <summary>One TCP connection: a bounded queue of messages to send, and a framer for what arrives.</summary>
internal sealed class TcpConnection : IAsyncDisposable
{
    private const int ReadSize = 16 * 1024;
    private const int MostQueued = 4_096;
    private static readonly byte[] Pong = "\r\n"u8.ToArray();
    private static readonly TimeSpan LongestMessage = TimeSpan.FromSeconds(30);

    private readonly ISipTransport _transport;
    private readonly ISipTransportSink _sink;
    private readonly TcpTransportLimits _limits;
    private readonly TimeProvider _time;
    private readonly Action<TcpConnection, string> _onClosed;
    private readonly Channel<byte[]> _outgoing = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostQueued) { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly CancellationTokenSource _closing = new();
    private Socket? _socket;
    private Task _running = Task.CompletedTask;
    private int _opened;

    public TcpConnection(
        ISipTransport transport,
        IPEndPoint remote,
        bool isAccepted,
        ISipTransportSink sink,
        TcpTransportLimits limits,
        TimeProvider time,
        Action<TcpConnection, string> onClosed)
    {
        _transport = transport;
        _sink = sink;
        _limits = limits;
        _time = time;
        _onClosed = onClosed;
        Remote = remote;
        IsAccepted = isAccepted;
    }

    /// <summary>The neighbour.</summary>
    public IPEndPoint Remote { get; }

    /// <summary>Whether the neighbour opened it.</summary>
    public bool IsAccepted { get; }

    /// <summary>Begins to connect, once; messages may be queued meanwhile.</summary>
    public void Open(IPEndPoint local)
    {
        if (Interlocked.Exchange(ref _opened, 1) == 0)
        {
            _running = Task.Run(() => RunAsync(local));
        }
    }

    /// <summary>Takes over an accepted socket.</summary>
    public void Take(Socket socket)
    {
        _socket = socket;
        _opened = 1;
        _running = Task.Run(() => RunAsync(null));
    }

    /// <summary>Queues one message; false when the connection is closed or its queue is full.</summary>
    public bool TrySend(byte[] message) => _outgoing.Writer.TryWrite(message);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _closing.Dispose();
    }

    private async Task RunAsync(IPEndPoint? local)
    {
        string reason = "closed by the neighbour";
        Task sending = Task.CompletedTask;
        try
        {
            if (_socket is null)
            {
                await ConnectAsync(local!).ConfigureAwait(false);
            }

            _socket!.NoDelay = true;
            sending = SendAllAsync(_socket);
            await ReceiveAllAsync(_socket).ConfigureAwait(false);
        }
        catch (SocketException exception)
        {
            reason = exception.Message;
        }
        catch (OperationCanceledException)
        {
            reason = _closing.IsCancellationRequested ? "closed by us" : "it took too long";
        }
        catch (InvalidDataException exception)
        {
            reason = exception.Message;
        }

        _outgoing.Writer.TryComplete();
        _socket?.Dispose();
        await _closing.CancelAsync().ConfigureAwait(false);
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _onClosed(this, reason);
    }

    private async Task ConnectAsync(IPEndPoint local)
    {
        _socket = new Socket(Remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (!local.Address.Equals(IPAddress.Any) && !local.Address.Equals(IPAddress.IPv6Any))
        {
            _socket.Bind(new IPEndPoint(local.Address, 0));
        }

        using var patience = new CancellationTokenSource(_limits.ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _closing.Token);
        await _socket.ConnectAsync(Remote, either.Token).ConfigureAwait(false);
    }

    private async Task SendAllAsync(Socket socket)
    {
        await foreach (byte[] message in _outgoing.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
        {
            for (int sent = 0; sent < message.Length;)
            {
                sent += await socket.SendAsync(message.AsMemory(sent), _closing.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task ReceiveAllAsync(Socket socket)
    {
        var framer = new SipStreamFramer();
        byte[] buffer = GC.AllocateUninitializedArray<byte>(ReadSize);
        using var idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, _closing.Token);
        while (true)
        {
            // A message that has begun gets a short time, so that bytes sent one by one cannot hold a connection for hours.
            TimeSpan patience = framer.IsMidMessage ? LongestMessage : IsAccepted ? _limits.IdleTimeout : Timeout.InfiniteTimeSpan;
            idle.CancelAfter(patience);
            int length = await socket.ReceiveAsync(buffer, either.Token).ConfigureAwait(false);
            if (length == 0)
            {
                return;
            }

            framer.Append(buffer.AsSpan(0, length));
            ReadMessages(framer);
        }
    }

    private void ReadMessages(SipStreamFramer framer)
    {
        while (true)
        {
            SipStreamItem item = framer.Read();
            switch (item.Kind)
            {
                case SipStreamItemKind.NeedMore:
                    return;
                case SipStreamItemKind.Message:
                    _sink.OnMessage(_transport, Remote, item.Message.Span, framed: true);
                    break;
                case SipStreamItemKind.Ping:
                    _outgoing.Writer.TryWrite(Pong);
                    break;
                case SipStreamItemKind.Fault:
                    throw new InvalidDataException($"the stream is no SIP: {item.Error}");
                default:
                    break;
            }
        }
    }
}
