using System.Buffers.Binary;

namespace AlertAutomaton.Media.Rtcp;

/// <summary>What a receiver says of one source (RFC 3550 §6.4.1).</summary>
/// <param name="Ssrc">The source.</param>
/// <param name="FractionLost">Lost since the last report, in 1/256.</param>
/// <param name="CumulativeLost">Lost in all, −8388608 to 8388607.</param>
/// <param name="ExtendedHighest">Highest sequence number with its wrap-arounds.</param>
/// <param name="Jitter">In timestamp units.</param>
/// <param name="LastReport">Middle of the NTP time of the last sender report; 0 for none.</param>
/// <param name="DelaySinceLast">Since then, in 1/65536 s.</param>
public readonly record struct RtcpReportBlock(
    uint Ssrc, byte FractionLost, int CumulativeLost, uint ExtendedHighest, uint Jitter, uint LastReport, uint DelaySinceLast)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Length = 24;

    private const int LostMaximum = 0x7F_FFFF;

    /// <summary>Reads it; false when too short.</summary>
    public static bool TryParse(ReadOnlySpan<byte> source, out RtcpReportBlock block)
    {
        block = default;
        if (source.Length < Length)
            return false;
        var loss = BinaryPrimitives.ReadInt32BigEndian(source[4..]);
        block = new RtcpReportBlock(
            BinaryPrimitives.ReadUInt32BigEndian(source),
            source[4],
            loss << 8 >> 8,
            BinaryPrimitives.ReadUInt32BigEndian(source[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[12..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[20..]));
        return true;
    }

    /// <summary>Writes <see cref="Length"/> bytes.</summary>
    public void WriteTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target, Ssrc);
        BinaryPrimitives.WriteInt32BigEndian(target[4..], Math.Clamp(CumulativeLost, -LostMaximum - 1, LostMaximum));
        target[4] = FractionLost;
        BinaryPrimitives.WriteUInt32BigEndian(target[8..], ExtendedHighest);
        BinaryPrimitives.WriteUInt32BigEndian(target[12..], Jitter);
        BinaryPrimitives.WriteUInt32BigEndian(target[16..], LastReport);
        BinaryPrimitives.WriteUInt32BigEndian(target[20..], DelaySinceLast);
    }
}
