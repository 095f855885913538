using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Tracing;

namespace AlertAutomaton.Sip.Transports;

/// <summary>
/// Chooses the listener for a neighbour, names us in Via and Contact, and puts messages on the wire (RFC 3261 §18.1.1, §18.2.2). Used from
/// the serial queue only, except for <see cref="ViaHost"/>.
/// </summary>
internal sealed class SipTransportLayer(
    IReadOnlyList<ISipTransport> transports, string? advertisedHost, ISipTrace? trace, TimeProvider time)
{
    private const int KeptBuffer = 16 * 1024;
    private const int MostLocalHosts = 1_024;

    // An address given by DHCP may change under a running daemon.
    private static readonly TimeSpan LocalHostLifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<IPAddress, (string Host, long Found)> _localHosts = new();
    private ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>The listeners.</summary>
    public IReadOnlyList<ISipTransport> Transports => transports;

    /// <summary>The way to a destination, or null when no listener speaks its transport and address family.</summary>
    public SipPath? PathTo(SipDestination destination)
    {
        foreach (ISipTransport transport in transports)
        {
            if (transport.Protocol == destination.Protocol
                && transport.LocalEndPoint.AddressFamily == destination.EndPoint.AddressFamily
                && CanReach(transport.LocalEndPoint.Address, destination.EndPoint.Address))
            {
                return new SipPath(transport, destination.EndPoint, destination.HostName);
            }
        }

        return null;
    }

    /// <summary>The host by which the neighbour of a path reaches us.</summary>
    public string ViaHost(SipPath path)
    {
        if (advertisedHost is not null)
        {
            return advertisedHost;
        }

        IPAddress local = path.Transport.LocalEndPoint.Address;
        if (!local.Equals(IPAddress.Any) && !local.Equals(IPAddress.IPv6Any))
        {
            return local.ToString();
        }

        IPAddress remote = path.Remote.Address;
        if (!_localHosts.TryGetValue(remote, out (string Host, long Found) known) || time.GetElapsedTime(known.Found) > LocalHostLifetime)
        {
            if (_localHosts.Count >= MostLocalHosts)
            {
                _localHosts.Clear();
            }

            known = (FindLocalHost(remote), time.GetTimestamp());
            _localHosts[remote] = known;
        }

        return known.Host;
    }

    /// <summary>A Via of ours with rport (RFC 3581 §3).</summary>
    public ViaHeader NewVia(SipPath path, string branch) => new(
        path.Transport.Protocol.ToString().ToUpperInvariant(),
        ViaHost(path),
        path.Transport.LocalEndPoint.Port,
        SipParameters.Empty.With("branch", branch).With("rport", null));

    /// <summary>A Contact of ours as the neighbour of this path reaches it.</summary>
    public NameAddress NewContact(SipPath path, string user)
    {
        SipParameters parameters = path.Transport.Protocol == SipTransportProtocol.Udp
            ? SipParameters.Empty
            : SipParameters.Empty.With("transport", path.Transport.Protocol.ToString().ToLowerInvariant());
        return new NameAddress(null, new SipUri("sip", user, ViaHost(path), path.Transport.LocalEndPoint.Port, parameters));
    }

    /// <summary>The wire form in the layer's own buffer, valid until the next message is written.</summary>
    public ReadOnlySpan<byte> Serialise(SipMessage message)
    {
        if (_buffer.Capacity > KeptBuffer)
        {
            _buffer = new ArrayBufferWriter<byte>(4096);
        }

        _buffer.ResetWrittenCount();
        SipMessageWriter.Write(message, _buffer);
        return _buffer.WrittenSpan;
    }

    /// <summary>Sends a message.</summary>
    public void Send(SipMessage message, SipPath path) => Send(Serialise(message), path, mayConnect: message is SipRequest);

    /// <summary>Sends a message that is already in its wire form.</summary>
    public void Send(ReadOnlySpan<byte> message, SipPath path, bool mayConnect)
    {
        trace?.Record(SipTraceDirection.Sent, path.Transport.Protocol, path.Transport.LocalEndPoint, path.Remote, message);
        path.Transport.Send(message, path.Remote, mayConnect);
    }

    private static bool CanReach(IPAddress local, IPAddress remote) =>
        !IPAddress.IsLoopback(local) || IPAddress.IsLoopback(remote);

    private static string FindLocalHost(IPAddress remote)
    {
        // Connecting a datagram socket sends nothing; it only asks the routing table.
        using var probe = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            probe.Connect(remote, 9);
            return ((IPEndPoint)probe.LocalEndPoint!).Address.ToString();
        }
        catch (SocketException)
        {
            return remote.AddressFamily == AddressFamily.InterNetwork ? "127.0.0.1" : "::1";
        }
    }
}
