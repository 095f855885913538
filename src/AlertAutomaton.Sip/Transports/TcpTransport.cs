using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Transports;

/// <summary>
/// SIP over TCP (RFC 3261 §18): one listener, and one connection per neighbour that is used for requests and responses of both sides.
/// </summary>
internal sealed class TcpTransport : ISipTransport
{
    private readonly Socket _listener;
    private readonly ILogger _log;
    private readonly TcpTransportLimits _limits;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<IPEndPoint, TcpConnection> _connections = new();
    private readonly CancellationTokenSource _closing = new();
    private ISipTransportSink? _sink;
    private Task _accepting = Task.CompletedTask;
    private int _accepted;

    /// <summary>Binds the listener.</summary>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public TcpTransport(IPEndPoint listen, TcpTransportLimits limits, TimeProvider time, ILogger log)
    {
        _log = log;
        _limits = limits;
        _time = time;
        _listener = new Socket(listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                // A restarted daemon takes its port back although old connections linger in TIME_WAIT.
                _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            }

            _listener.Bind(listen);
            _listener.Listen(128);
            LocalEndPoint = (IPEndPoint)_listener.LocalEndPoint!;
        }
        catch
        {
            _listener.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public SipTransportProtocol Protocol => SipTransportProtocol.Tcp;

    /// <inheritdoc/>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>How many connections are open or being opened.</summary>
    public int Connections => _connections.Count;

    /// <inheritdoc/>
    public void Start(ISipTransportSink sink)
    {
        _sink = sink;
        _accepting = Task.Run(AcceptAsync);
    }

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> message, IPEndPoint remote, bool mayConnect)
    {
        byte[] copy = message.ToArray();
        for (int attempt = 0; attempt < 2; attempt++)
        {
            if (!_connections.TryGetValue(remote, out TcpConnection? connection))
            {
                if (!mayConnect || _closing.IsCancellationRequested)
                {
                    _sink?.OnSendFailed(this, remote, "the connection is gone");
                    return;
                }

                connection = _connections.GetOrAdd(remote, address => NewConnection(address, isAccepted: false));
                connection.Open(LocalEndPoint);
            }

            if (connection.TrySend(copy))
            {
                return;
            }

            // It closed between the look-up and the send, or its queue is full.
            _connections.TryRemove(KeyValuePair.Create(remote, connection));
        }

        _sink?.OnSendFailed(this, remote, "the connection takes nothing more");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        foreach (TcpConnection connection in _connections.Values)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        _closing.Dispose();
    }

    private TcpConnection NewConnection(IPEndPoint remote, bool isAccepted) =>
        new(this, remote, isAccepted, _sink!, _limits, _time, OnClosed);

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptAsync(_closing.Token).ConfigureAwait(false);
                Take(socket);
            }
            catch (SocketException exception) when (!_closing.IsCancellationRequested)
            {
                SipTransportLog.AcceptFailed(_log, LocalEndPoint, exception.SocketErrorCode);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private void Take(Socket socket)
    {
        if (socket.RemoteEndPoint is not IPEndPoint remote || !_sink!.MayConnect(remote))
        {
            socket.Dispose();
            return;
        }

        if (Volatile.Read(ref _accepted) >= _limits.MostAccepted)
        {
            SipTransportLog.TooManyConnections(_log, remote, _limits.MostAccepted);
            socket.Dispose();
            return;
        }

        TcpConnection connection = NewConnection(remote, isAccepted: true);
        Interlocked.Increment(ref _accepted);
        _connections[remote] = connection;
        connection.Take(socket);
    }

    // Also when the neighbour closed it in peace: requests that it took without an answer would wait 32 s for nothing.
    private void OnClosed(TcpConnection connection, string reason)
    {
        _connections.TryRemove(KeyValuePair.Create(connection.Remote, connection));
        if (connection.IsAccepted)
        {
            Interlocked.Decrement(ref _accepted);
        }

        if (_closing.IsCancellationRequested)
        {
            return;
        }

        SipTransportLog.ConnectionEnded(_log, connection.Remote, reason);
        _sink!.OnSendFailed(this, connection.Remote, reason);
    }
}
