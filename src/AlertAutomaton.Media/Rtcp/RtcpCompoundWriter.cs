using System.Buffers.Binary;

namespace AlertAutomaton.Media.Rtcp;

/// <summary>Writes the compounds that we send: a report, our name, and a goodbye at the end (RFC 3550 §6.1).</summary>
public static class RtcpCompoundWriter
{
    /// <summary>Bytes that any of our compounds fits in.</summary>
    public const int MaximumLength = 128;

    private const int CanonicalNameMaximum = 40;

    /// <summary>Writes SR or RR, SDES and, if asked, BYE; gives the length.</summary>
    /// <param name="target">At least <see cref="MaximumLength"/> bytes.</param>
    /// <param name="ssrc">Ours.</param>
    /// <param name="sender">Our part as a sender; null makes a receiver report.</param>
    /// <param name="heard">What we say of the far end; null when nothing came yet.</param>
    /// <param name="canonicalName">CNAME, cut at 40 bytes.</param>
    /// <param name="goodbye">Whether we leave.</param>
    public static int Write(Span<byte> target, uint ssrc, RtcpSenderInfo? sender, RtcpReportBlock? heard, ReadOnlySpan<byte> canonicalName, bool goodbye)
    {
        var offset = RtcpPacket.HeaderLength;
        BinaryPrimitives.WriteUInt32BigEndian(target[offset..], ssrc);
        offset += 4;
        if (sender is { } info)
        {
            info.WriteTo(target[offset..]);
            offset += RtcpSenderInfo.Length;
        }

        if (heard is { } block)
        {
            block.WriteTo(target[offset..]);
            offset += RtcpReportBlock.Length;
        }

        Header(target[..offset], sender is null ? RtcpPacketType.ReceiverReport : RtcpPacketType.SenderReport, heard is null ? 0 : 1);
        offset += WriteName(target[offset..], ssrc, canonicalName[..Math.Min(canonicalName.Length, CanonicalNameMaximum)]);
        if (!goodbye)
            return offset;
        BinaryPrimitives.WriteUInt32BigEndian(target[(offset + RtcpPacket.HeaderLength)..], ssrc);
        Header(target.Slice(offset, RtcpPacket.HeaderLength + 4), RtcpPacketType.Goodbye, 1);
        return offset + RtcpPacket.HeaderLength + 4;
    }

    // §6.5: SSRC, then items of type, length, text, ended by zeros up to a whole word (one zero at least).
    private static int WriteName(Span<byte> target, uint ssrc, ReadOnlySpan<byte> name)
    {
        var length = (RtcpPacket.HeaderLength + 4 + 2 + name.Length + 1 + 3) / 4 * 4;
        target[..length].Clear();
        BinaryPrimitives.WriteUInt32BigEndian(target[RtcpPacket.HeaderLength..], ssrc);
        target[8] = 1;
        target[9] = (byte)name.Length;
        name.CopyTo(target[10..]);
        Header(target[..length], RtcpPacketType.SourceDescription, 1);
        return length;
    }

    private static void Header(Span<byte> packet, RtcpPacketType type, int count)
    {
        packet[0] = (byte)(2 << 6 | count);
        packet[1] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)(packet.Length / 4 - 1));
    }
}
