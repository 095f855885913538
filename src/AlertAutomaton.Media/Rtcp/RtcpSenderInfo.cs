using System.Buffers.Binary;

namespace AlertAutomaton.Media.Rtcp;

/// <summary>The sender's part of a sender report (RFC 3550 §6.4.1).</summary>
/// <param name="NtpTime">64-bit NTP time: seconds since 1900 and their fraction.</param>
/// <param name="RtpTime">The same instant in timestamp units.</param>
/// <param name="Packets">Packets sent.</param>
/// <param name="Octets">Payload bytes sent.</param>
public readonly record struct RtcpSenderInfo(ulong NtpTime, uint RtpTime, uint Packets, uint Octets)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Length = 20;

    private static readonly DateTimeOffset _ntpEpoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The middle 32 bits, by which a receiver names the report (LSR).</summary>
    public uint Middle => (uint)(NtpTime >> 16);

    /// <summary>An instant as NTP time; wraps in 2036 as NTP does.</summary>
    public static ulong ToNtp(DateTimeOffset instant)
    {
        var ticks = (ulong)(instant - _ntpEpoch).Ticks;
        var seconds = ticks / TimeSpan.TicksPerSecond;
        var fraction = (ticks % TimeSpan.TicksPerSecond << 32) / TimeSpan.TicksPerSecond;
        return seconds << 32 | fraction;
    }

    /// <summary>Reads it; false when too short.</summary>
    public static bool TryParse(ReadOnlySpan<byte> source, out RtcpSenderInfo info)
    {
        info = default;
        if (source.Length < Length)
            return false;
        info = new RtcpSenderInfo(
            BinaryPrimitives.ReadUInt64BigEndian(source),
            BinaryPrimitives.ReadUInt32BigEndian(source[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[12..]),
            BinaryPrimitives.ReadUInt32BigEndian(source[16..]));
        return true;
    }

    /// <summary>Writes <see cref="Length"/> bytes.</summary>
    public void WriteTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, NtpTime);
        BinaryPrimitives.WriteUInt32BigEndian(target[8..], RtpTime);
        BinaryPrimitives.WriteUInt32BigEndian(target[12..], Packets);
        BinaryPrimitives.WriteUInt32BigEndian(target[16..], Octets);
    }
}
