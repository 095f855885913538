using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using AlertAutomaton.Media.Pacing;
using AlertAutomaton.Media.Ports;
using AlertAutomaton.Media.Sdp;
using AlertAutomaton.Media.Transport;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Sessions;

/// <summary>Owns the ports, the clock and all sessions of a process.</summary>
public sealed class MediaEngine : IAsyncDisposable
{
    /// <summary>How many pairs in a row may be held by other programs before a search ends: no call waits longer than some milliseconds for its ports.</summary>
    private const int MostForeignPairs = 1024;

    private readonly MediaEngineOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RtpPortPool _ports;
    private readonly PacedClock _clock;
    private readonly Lock _gate = new();
    private readonly HashSet<MediaSession> _sessions = [];
    private bool _stopped;

    /// <summary>Checks the options and starts the clock; binds nothing yet.</summary>
    /// <param name="options">What is configured.</param>
    /// <param name="time"><see cref="TimeProvider.System"/> gives threads of their own; any other clock drives the packets by its timers.</param>
    /// <param name="loggers">The log.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public MediaEngine(MediaEngineOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        if (options.ClockThreads is < 0 or > 64)
            throw new ArgumentException($"ClockThreads is {options.ClockThreads}; it must be 0 to 64.", nameof(options));
        if (options.PortQuarantine < TimeSpan.Zero || options.PortQuarantine > TimeSpan.FromMinutes(10))
            throw new ArgumentException($"PortQuarantine is {options.PortQuarantine}; it must be 0 to 10 minutes.", nameof(options));
        (_options, _time) = (options, time);
        _logger = loggers.CreateLogger<MediaEngine>();
        _ports = new RtpPortPool(options.FirstPort, options.LastPort, options.PortQuarantine, time, RandomNumberGenerator.GetInt32(int.MaxValue));
        var batched = options.BatchedSystemCalls && LinuxDatagramIo.IsSupported;
        var threads = options.ClockThreads == 0 ? Environment.ProcessorCount : options.ClockThreads;
        _clock = new PacedClock(threads, time, () => batched ? new LinuxDatagramIo(time) : new PortableDatagramIo(time), _logger);
        MediaLog.Started(_logger, threads, batched ? "batched" : "single", options.FirstPort, options.LastPort);
    }

    /// <summary>Sessions that are open.</summary>
    public int SessionsInUse
    {
        get
        {
            lock (_gate)
            {
                return _sessions.Count;
            }
        }
    }

    /// <summary>Pairs of ports that no session holds; resting ones count as free.</summary>
    public int PortsFree => _ports.Capacity - _ports.InUse;

    /// <summary>Opens a session on a free pair of ports. Trouble is a value, never an exception.</summary>
    /// <exception cref="ArgumentException">The options name no codec.</exception>
    public bool TryOpen(
        IMediaSessionHandler handler, MediaSessionOptions options, [NotNullWhen(true)] out MediaSession? session, out MediaOpenFailure failure)
    {
        if (options.Codecs.Count == 0)
            throw new ArgumentException("A session needs a codec at least.", nameof(options));
        session = null;
        if (options.Srtp != SrtpPolicy.Off)
        {
            failure = MediaOpenFailure.SrtpUnavailable;
            return false;
        }

        if (!TryFindAddresses(options, out var bind, out var advertised))
        {
            failure = MediaOpenFailure.NoLocalAddress;
            return false;
        }

        if (!TryBind(bind, out var sound, out var control, out var port))
        {
            failure = MediaOpenFailure.PortsExhausted;
            MediaLog.PortsExhausted(_logger, _ports.InUse, _ports.Capacity);
            return false;
        }

        var opened = new MediaSession(this, handler, options, advertised, sound, control, port, _time, _logger, _options.ConnectLockedSockets);
        lock (_gate)
        {
            if (!_stopped)
            {
                _sessions.Add(opened);
                session = opened;
            }
        }

        failure = session is null ? MediaOpenFailure.EngineStopped : MediaOpenFailure.None;
        if (session is null)
            opened.Dispose();
        else
            opened.Begin(_clock);
        return session is not null;
    }

    /// <summary>Ends every session and the clock.</summary>
    public ValueTask DisposeAsync()
    {
        MediaSession[] open;
        lock (_gate)
        {
            if (_stopped)
                return ValueTask.CompletedTask;
            _stopped = true;
            open = [.. _sessions];
        }

        foreach (var session in open)
            session.Dispose();
        _clock.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The local address that packets to a host leave from; null when nothing leads there.</summary>
    internal static IPAddress? LocalAddressFor(IPAddress remote)
    {
        using var probe = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            // Connecting a UDP socket sends nothing; it only asks the routing table. 9 is the discard port.
            probe.Connect(new IPEndPoint(remote, 9));
            return (probe.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    internal void Closed(MediaSession session, int port)
    {
        lock (_gate)
        {
            _sessions.Remove(session);
        }

        _ports.Release(port);
    }

    private static bool IsUnspecified(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    // The address told to the far end: the call's, the engine's, the one bound to, or the one that routes to the far end. Null is found out from the offer.
    private bool TryFindAddresses(MediaSessionOptions options, out IPAddress bind, out IPAddress? advertised)
    {
        bind = _options.BindAddress;
        advertised = options.AdvertisedAddress ?? _options.AdvertisedAddress ?? (IsUnspecified(bind) ? null : bind);
        if (advertised is null && options.RemoteHint is { } remote)
        {
            advertised = LocalAddressFor(remote);
            if (advertised is null)
                return false;
        }

        if (advertised is not null && IsUnspecified(bind))
            bind = advertised.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any;
        return true;
    }

    private bool TryBind(IPAddress address, [NotNullWhen(true)] out MediaSocket? sound, [NotNullWhen(true)] out MediaSocket? control, out int port)
    {
        (sound, control, port) = (null, null, 0);
        var (foreign, firstForeign) = (0, 0);
        while (foreign < MostForeignPairs && foreign < _ports.Capacity && _ports.TryTake(out port))
        {
            if (MediaSocket.TryBind(address, port, out sound))
            {
                if (MediaSocket.TryBind(address, port + 1, out control))
                    break;
                sound.Dispose();
                sound = null;
            }

            firstForeign = foreign++ == 0 ? port : firstForeign;
            _ports.Release(port);
        }

        if (foreign > 0)
            MediaLog.PortsTaken(_logger, foreign, firstForeign);
        return control is not null;
    }
}
