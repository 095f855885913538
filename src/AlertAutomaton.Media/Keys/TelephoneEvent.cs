using System.Buffers.Binary;

namespace AlertAutomaton.Media.Keys;

/// <summary>The payload of a telephone-event packet (RFC 4733 §2.3): event (8), end (1), reserved (1), volume (6), duration (16).</summary>
/// <param name="Code">0-9, 10 <c>*</c>, 11 <c>#</c>, 12-15 A-D, 16 flash, others not for us.</param>
/// <param name="End">Whether the key has been released.</param>
/// <param name="Volume">0 to 63: dBm0 below zero.</param>
/// <param name="Duration">Length so far in units of 1/8000 s.</param>
public readonly record struct TelephoneEvent(byte Code, bool End, byte Volume, ushort Duration)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Length = 4;

    /// <summary>Reads the first event of a payload; false when it is shorter than one.</summary>
    public static bool TryParse(ReadOnlySpan<byte> payload, out TelephoneEvent value)
    {
        value = default;
        if (payload.Length < Length)
            return false;
        value = new TelephoneEvent(payload[0], (payload[1] & 0x80) != 0, (byte)(payload[1] & 0x3F), BinaryPrimitives.ReadUInt16BigEndian(payload[2..]));
        return true;
    }

    /// <summary>Writes <see cref="Length"/> bytes.</summary>
    public void WriteTo(Span<byte> target)
    {
        target[0] = Code;
        target[1] = (byte)((End ? 0x80 : 0) | (Volume & 0x3F));
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], Duration);
    }
}
