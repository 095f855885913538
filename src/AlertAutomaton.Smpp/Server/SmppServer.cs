using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using AlertAutomaton.Smpp.Tracing;

namespace AlertAutomaton.Smpp.Server;

/// <summary>A listening SMPP server: the lab's SMSC and the tests' far end.</summary>
/// <param name="options">Where it listens.</param>
/// <param name="handler">What is done with sessions.</param>
/// <param name="time">The clock.</param>
/// <param name="trace">Takes the wire trace; null for none.</param>
public sealed class SmppServer(SmppServerOptions options, ISmppServerHandler handler, TimeProvider time, ISmppTrace? trace = null) : IAsyncDisposable
{
    private static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<SmppServerSession, Task> _sessions = new();
    private readonly TcpListener _listener = new(options.Listen);
    private readonly CancellationTokenSource _stop = new();
    private Task _accepting = Task.CompletedTask;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>The sessions now.</summary>
    public IReadOnlyCollection<SmppServerSession> Sessions => [.. _sessions.Keys];

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">The address is taken.</exception>
    public void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Cuts all sessions and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var (session, running) in _sessions)
        {
            session.Cut();
            await running;
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                socket.NoDelay = true;
                if (_sessions.Count >= options.MostSessions)
                {
                    socket.Dispose();
                    continue;
                }

                _ = ServeAsync(socket);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            _listener.Stop();
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Stream? stream = new NetworkStream(socket, ownsSocket: true);
        if (options.Certificate is not null)
        {
            stream = await SecureAsync(stream);
        }

        if (stream is null)
        {
            return;
        }

        var session = new SmppServerSession(stream, options.Session, handler, time, trace);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = _sessions.TryAdd(session, ended.Task);
        if (_stop.IsCancellationRequested)
        {
            session.Cut();
        }

        await session.RunAsync();
        _ = _sessions.TryRemove(session, out _);
        ended.SetResult();
    }

    private async Task<Stream?> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        using var patience = new CancellationTokenSource(HandshakeTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        try
        {
            await secure.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = options.Certificate,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                },
                either.Token);
            return secure;
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException or OperationCanceledException)
        {
            await secure.DisposeAsync();
            return null;
        }
    }
}
