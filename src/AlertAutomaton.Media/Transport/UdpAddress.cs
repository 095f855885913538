using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Media.Transport;

/// <summary>An address and port as a value, so that packets are compared without allocating. IPv4 is kept as its IPv6-mapped form.</summary>
internal readonly record struct UdpAddress
{
    /// <summary>Bytes that any socket address fits in.</summary>
    public const int SocketAddressLength = 28;

    private const ulong MappedPrefix = 0xFFFF_0000_0000;

    private readonly ulong _high;
    private readonly ulong _low;
    private readonly uint _scope;

    private UdpAddress(ulong high, ulong low, uint scope, ushort port)
    {
        (_high, _low, _scope, Port) = (high, low, scope, port);
    }

    public ushort Port { get; }

    public bool IsIPv4 => _high == 0 && _low >> 32 << 32 == MappedPrefix;

    /// <summary>Whether packets can be sent to it: neither 0.0.0.0 nor port 0.</summary>
    public bool IsUsable => Port != 0 && (_high != 0 || (_low & ~MappedPrefix) != 0);

    public static UdpAddress From(IPEndPoint endPoint)
    {
        Span<byte> bytes = stackalloc byte[16];
        var address = endPoint.Address;
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        var scope = address.AddressFamily == AddressFamily.InterNetworkV6 && address.IsIPv6LinkLocal ? (uint)address.ScopeId : 0;
        return new UdpAddress(
            BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), scope, (ushort)endPoint.Port);
    }

    /// <summary>Reads a <c>sockaddr_in</c> or <c>sockaddr_in6</c>; the family is told by the socket, since its place differs between systems.</summary>
    public static UdpAddress FromSocketAddress(ReadOnlySpan<byte> bytes, bool ipv6)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        if (!ipv6)
            return new UdpAddress(0, MappedPrefix | BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]), 0, port);
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        var linkLocal = high >> 54 == 0xFE80 >> 6;
        return new UdpAddress(
            high, BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]), linkLocal ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]) : 0, port);
    }

    public bool SameHost(UdpAddress other) => _high == other._high && _low == other._low;

    public UdpAddress WithPort(ushort port) => new(_high, _low, _scope, port);

    public IPEndPoint ToEndPoint()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _low);
        return new IPEndPoint(IsIPv4 ? new IPAddress(bytes[12..]) : new IPAddress(bytes, _scope), Port);
    }

    /// <summary>Writes port and address at the places of a <c>sockaddr_in</c> or <c>sockaddr_in6</c>, all but the family, and gives the length.</summary>
    public int WriteSocketAddress(Span<byte> bytes, bool ipv6)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], Port);
        if (!ipv6)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], (uint)_low);
            bytes[8..16].Clear();
            return 16;
        }

        bytes[4..8].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], _low);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[24..], _scope);
        return SocketAddressLength;
    }
}
