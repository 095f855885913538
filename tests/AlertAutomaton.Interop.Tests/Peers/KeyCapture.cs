using System.Buffers.Binary;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>
/// Writes typed keys (RFC 4733) as one capture file that SIPp plays: its own files hold one key each and begin at fixed sequence numbers and
/// timestamps, so that a second key from them may run backwards, which no telephone does.
/// </summary>
internal static class KeyCapture
{
    private const int KeyMilliseconds = 130;
    private const int UnitsPerMillisecond = 8;
    private const int RtpOffset = 14 + 20 + 8;
    private const int PacketLength = RtpOffset + 12 + 4;
    private const byte PayloadType = 101;

    // When each packet of a press leaves, how long the press is by then, and whether it is over: the end is told twice (RFC 4733 §2.5.1.4).
    private static readonly (int Milliseconds, ushort Duration, bool End)[] Press = [(0, 160, false), (20, 320, false), (40, 480, true), (60, 480, true)];

    /// <param name="file">Where to.</param>
    /// <param name="keys">Digits, <c>*</c> and <c>#</c>; a comma is a second of silence.</param>
    public static void Write(string file, string keys)
    {
        using var output = new BinaryWriter(File.Create(file));
        foreach (uint word in (ReadOnlySpan<uint>)[0xA1B2C3D4, 0x0004_0002, 0, 0, 65535, 1])
        {
            output.Write(word);
        }

        int at = 0;
        ushort sequence = 1;
        foreach (char key in keys)
        {
            if (key == ',')
            {
                at += 1000;
                continue;
            }

            foreach ((int milliseconds, ushort duration, bool end) in Press)
            {
                WritePacket(output, at + milliseconds, Packet(key, at, sequence, duration, end, marker: milliseconds == 0));
                sequence++;
            }

            at += KeyMilliseconds;
        }
    }

    private static void WritePacket(BinaryWriter output, int at, byte[] packet)
    {
        output.Write(at / 1000);
        output.Write(at % 1000 * 1000);
        output.Write(packet.Length);
        output.Write(packet.Length);
        output.Write(packet);
    }

    private static byte[] Packet(char key, int at, ushort sequence, ushort duration, bool end, bool marker)
    {
        byte[] packet = new byte[PacketLength];
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(12), 0x0800);
        packet[14] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(16), PacketLength - 14);
        packet[22] = 64;
        packet[23] = 17;
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(26), 0x7F000001);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(30), 0x7F000001);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(34), 6000);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(36), 6000);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(38), PacketLength - 34);
        Span<byte> rtp = packet.AsSpan(RtpOffset);
        rtp[0] = 0x80;
        rtp[1] = (byte)(marker ? PayloadType | 0x80 : PayloadType);
        BinaryPrimitives.WriteUInt16BigEndian(rtp[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(rtp[4..], (uint)(at * UnitsPerMillisecond));
        BinaryPrimitives.WriteUInt32BigEndian(rtp[8..], 0x0E05384E);
        rtp[12] = (byte)"0123456789*#".IndexOf(key, StringComparison.Ordinal);
        rtp[13] = (byte)(end ? 0x8A : 0x0A);
        BinaryPrimitives.WriteUInt16BigEndian(rtp[14..], duration);
        return packet;
    }
}
