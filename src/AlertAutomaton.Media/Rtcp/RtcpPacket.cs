using System.Buffers.Binary;

namespace AlertAutomaton.Media.Rtcp;

/// <summary>One packet of a compound (RFC 3550 §6.4): a view, nothing is copied.</summary>
public readonly ref struct RtcpPacket
{
    /// <summary>Bytes of the common header.</summary>
    public const int HeaderLength = 4;

    /// <summary>What kind it is.</summary>
    public RtcpPacketType Type { get; init; }

    /// <summary>0 to 31: report blocks, chunks or sources inside.</summary>
    public int Count { get; init; }

    /// <summary>What follows the common header, padding left out.</summary>
    public ReadOnlySpan<byte> Body { get; init; }

    /// <summary>Takes the first packet off a compound; false when what is left is none.</summary>
    /// <param name="rest">The compound; shortened by what was taken.</param>
    /// <param name="packet">The packet.</param>
    public static bool TryTake(ref ReadOnlySpan<byte> rest, out RtcpPacket packet)
    {
        packet = default;
        if (rest.Length < HeaderLength || rest[0] >> 6 != 2)
            return false;
        var length = HeaderLength + 4 * BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
        if (rest.Length < length)
            return false;
        var end = length;
        if ((rest[0] & 0x20) != 0)
        {
            // §6.4.1: padding, always whole words, stands on the last packet only.
            var padding = rest[length - 1];
            if (padding == 0 || padding % 4 != 0 || padding > length - HeaderLength || rest.Length != length)
                return false;
            end -= padding;
        }

        packet = new RtcpPacket { Type = (RtcpPacketType)rest[1], Count = rest[0] & 0x1F, Body = rest[HeaderLength..end] };
        rest = rest[length..];
        return true;
    }

    /// <summary>Whether a datagram is a compound as §A.2 asks: version 2, a report first, lengths that add up.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> datagram)
    {
        var rest = datagram;
        var first = true;
        while (rest.Length > 0)
        {
            if (!TryTake(ref rest, out var packet) || first && packet.Type is not (RtcpPacketType.SenderReport or RtcpPacketType.ReceiverReport))
                return false;
            first = false;
        }

        return !first;
    }
}
