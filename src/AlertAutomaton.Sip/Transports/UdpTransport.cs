using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Transports;

/// <summary>
/// SIP over UDP (RFC 3261 §18): one socket for both directions, so that responses and NAT bindings are symmetric (RFC 3581). Receiving
/// allocates nothing per packet for neighbours seen before.
/// </summary>
internal sealed class UdpTransport : ISipTransport
{
    private const int LargestDatagram = 65_535;
    private const int KernelBuffer = 4 * 1024 * 1024;
    private const int MostKnownRemotes = 4_096;

    private readonly Socket _socket;
    private readonly ILogger _log;
    private readonly UdpErrorQueue? _errors;
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<SocketAddress, IPEndPoint> _known = [];
    private ISipTransportSink? _sink;
    private Task _receiving = Task.CompletedTask;

    /// <summary>Binds the socket.</summary>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public UdpTransport(IPEndPoint listen, ILogger log)
    {
        _log = log;
        _socket = new Socket(listen.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (listen.AddressFamily == AddressFamily.InterNetworkV6)
            {
                _socket.DualMode = false;
            }

            _socket.ReceiveBufferSize = KernelBuffer;
            _socket.SendBufferSize = KernelBuffer;
            if (OperatingSystem.IsWindows())
            {
                // SIO_UDP_CONNRESET: without it one ICMP unreachable ends the receive loop's current read for all neighbours.
                _socket.IOControl(unchecked((int)0x9800000C), [0, 0, 0, 0], null);
            }

            _socket.Bind(listen);
            LocalEndPoint = (IPEndPoint)_socket.LocalEndPoint!;
            _errors = UdpErrorQueue.TryEnable(_socket);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public SipTransportProtocol Protocol => SipTransportProtocol.Udp;

    /// <inheritdoc/>
    public IPEndPoint LocalEndPoint { get; }

    /// <inheritdoc/>
    public void Start(ISipTransportSink sink)
    {
        _sink = sink;
        _receiving = Task.Run(ReceiveAsync);
    }

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> message, IPEndPoint remote, bool mayConnect)
    {
        // A pending ICMP error of an earlier packet is reported by the next call on the socket, which has then sent nothing: say it once more.
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                _socket.SendTo(message, SocketFlags.None, remote);
                return;
            }
            catch (SocketException exception) when (IsUnreachable(exception.SocketErrorCode) && _errors is not null)
            {
                ReportUnreachable();
            }
            catch (SocketException exception)
            {
                SipTransportLog.SendFailed(_log, remote, exception.SocketErrorCode);
                _sink?.OnSendFailed(this, remote, exception.Message);
                return;
            }
            catch (ObjectDisposedException)
            {
                _sink?.OnSendFailed(this, remote, "the listener is closed");
                return;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _receiving.ConfigureAwait(false);
        _closing.Dispose();
    }

    private static bool IsUnreachable(SocketError error) => error is SocketError.ConnectionRefused
        or SocketError.ConnectionReset or SocketError.HostUnreachable or SocketError.NetworkUnreachable;

    private async Task ReceiveAsync()
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(LargestDatagram, pinned: true);
        var source = new SocketAddress(_socket.AddressFamily);
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                int length = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, source, _closing.Token).ConfigureAwait(false);
                IPEndPoint remote = RemoteOf(source);
                _sink!.OnMessage(this, remote, buffer.AsSpan(0, length), framed: false);
            }
            catch (SocketException exception) when (!_closing.IsCancellationRequested)
            {
                if (IsUnreachable(exception.SocketErrorCode))
                {
                    ReportUnreachable();
                }
                else
                {
                    SipTransportLog.ReceiveFailed(_log, LocalEndPoint, exception.SocketErrorCode);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private void ReportUnreachable()
    {
        while (_errors?.TryTake() is { } remote)
        {
            SipTransportLog.Unreachable(_log, remote);
            _sink?.OnSendFailed(this, remote, "the address answers that nobody listens there (ICMP unreachable)");
        }
    }

    private IPEndPoint RemoteOf(SocketAddress source)
    {
        if (_known.TryGetValue(source, out IPEndPoint? known))
        {
            return known;
        }

        if (_known.Count >= MostKnownRemotes)
        {
            _known.Clear();
        }

        var copy = new SocketAddress(source.Family, source.Size);
        source.Buffer[..source.Size].CopyTo(copy.Buffer);
        var endPoint = (IPEndPoint)LocalEndPoint.Create(copy);
        _known[copy] = endPoint;
        return endPoint;
    }
}
