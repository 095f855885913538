using System.Buffers.Binary;

namespace AlertAutomaton.Media.Rtp;

/// <summary>One RTP packet (RFC 3550 §5.1), a view on the datagram: nothing is copied.</summary>
/// <remarks>
/// <code>
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |V=2|P|X|  CC   |M|     PT      |       sequence number         |
/// |                           timestamp                           |
/// |                             SSRC                              |
/// |                          CSRC (0 to 15)                       |
/// | extension: profile (16)       | length in words (16) | words  |
/// | payload …                               | padding | its count |
/// </code>
/// </remarks>
public readonly ref struct RtpPacket
{
    /// <summary>Bytes before any CSRC, extension or payload.</summary>
    public const int FixedHeaderLength = 12;

    private const int Version = 2;

    /// <summary>The marker bit: for sound, the first packet of a talk spurt (RFC 3551 §4.1).</summary>
    public bool Marker { get; init; }

    /// <summary>0 to 127.</summary>
    public byte PayloadType { get; init; }

    /// <summary>Counts packets.</summary>
    public RtpSequenceNumber SequenceNumber { get; init; }

    /// <summary>Counts samples.</summary>
    public RtpTimestamp Timestamp { get; init; }

    /// <summary>Who sends.</summary>
    public uint Ssrc { get; init; }

    /// <summary>Contributing sources as on the wire, four bytes each, at most 15.</summary>
    public ReadOnlySpan<byte> ContributingSources { get; init; }

    /// <summary>The profile word of the header extension; null when there is none.</summary>
    public ushort? ExtensionProfile { get; init; }

    /// <summary>The words of the header extension, a multiple of four bytes.</summary>
    public ReadOnlySpan<byte> Extension { get; init; }

    /// <summary>The payload without padding.</summary>
    public ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Bytes that <see cref="WriteTo"/> needs.</summary>
    public int Length => FixedHeaderLength + ContributingSources.Length + (ExtensionProfile is null ? 0 : 4 + Extension.Length) + Payload.Length;

    /// <summary>Reads one datagram. False for another version, lengths that contradict each other, or a padding count of zero (RFC 3550 §A.1).</summary>
    public static bool TryParse(ReadOnlySpan<byte> datagram, out RtpPacket packet)
    {
        packet = default;
        if (datagram.Length < FixedHeaderLength || datagram[0] >> 6 != Version)
            return false;
        var offset = FixedHeaderLength + 4 * (datagram[0] & 0x0F);
        if (datagram.Length < offset)
            return false;
        var contributing = datagram[FixedHeaderLength..offset];

        ushort? profile = null;
        ReadOnlySpan<byte> extension = default;
        if ((datagram[0] & 0x10) != 0)
        {
            if (datagram.Length < offset + 4)
                return false;
            profile = BinaryPrimitives.ReadUInt16BigEndian(datagram[offset..]);
            var length = 4 * BinaryPrimitives.ReadUInt16BigEndian(datagram[(offset + 2)..]);
            offset += 4;
            if (datagram.Length < offset + length)
                return false;
            extension = datagram.Slice(offset, length);
            offset += length;
        }

        var end = datagram.Length;
        if ((datagram[0] & 0x20) != 0)
        {
            // §5.1: the last octet counts the padding, itself included.
            var padding = datagram[^1];
            if (padding == 0 || padding > end - offset)
                return false;
            end -= padding;
        }

        packet = new RtpPacket
        {
            Marker = (datagram[1] & 0x80) != 0,
            PayloadType = (byte)(datagram[1] & 0x7F),
            SequenceNumber = new RtpSequenceNumber(BinaryPrimitives.ReadUInt16BigEndian(datagram[2..])),
            Timestamp = new RtpTimestamp(BinaryPrimitives.ReadUInt32BigEndian(datagram[4..])),
            Ssrc = BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]),
            ContributingSources = contributing,
            ExtensionProfile = profile,
            Extension = extension,
            Payload = datagram[offset..end],
        };
        return true;
    }

    /// <summary>Writes the packet without padding and returns its length.</summary>
    /// <exception cref="ArgumentException">The target is shorter than <see cref="Length"/>, or a part has a length that the header cannot tell.</exception>
    public int WriteTo(Span<byte> target)
    {
        var sources = ContributingSources.Length / 4;
        if (sources > 15 || ContributingSources.Length % 4 != 0 || Extension.Length % 4 != 0 || Extension.Length > 4 * ushort.MaxValue || PayloadType > 127)
            throw new ArgumentException("The packet cannot be told by an RTP header.", nameof(target));
        if (target.Length < Length)
            throw new ArgumentException("The target is shorter than the packet.", nameof(target));
        target[0] = (byte)(Version << 6 | (ExtensionProfile is null ? 0 : 0x10) | sources);
        target[1] = (byte)((Marker ? 0x80 : 0) | PayloadType);
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], SequenceNumber.Value);
        BinaryPrimitives.WriteUInt32BigEndian(target[4..], Timestamp.Value);
        BinaryPrimitives.WriteUInt32BigEndian(target[8..], Ssrc);
        ContributingSources.CopyTo(target[FixedHeaderLength..]);
        var offset = FixedHeaderLength + ContributingSources.Length;
        if (ExtensionProfile is { } profile)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target[offset..], profile);
            BinaryPrimitives.WriteUInt16BigEndian(target[(offset + 2)..], (ushort)(Extension.Length / 4));
            Extension.CopyTo(target[(offset + 4)..]);
            offset += 4 + Extension.Length;
        }

        Payload.CopyTo(target[offset..]);
        return offset + Payload.Length;
    }
}
