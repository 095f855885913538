using System.Buffers.Binary;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>
/// Writes what a phone sends as one capture file that SIPp plays: keys and speech. SIPp's own files hold one key each and begin at fixed sequence
/// numbers and timestamps, so that a second key from them may run backwards, which no telephone does; and none of them holds keys as sound.
/// </summary>
/// <remarks>Keys are digits, <c>*</c> and <c>#</c>; a comma is a second of silence; <c>~</c> is a second of a tone that stands for somebody speaking.</remarks>
internal sealed class PhoneCapture : IDisposable
{
    /// <summary>The tone that stands for speech; it is no part of any key.</summary>
    public const double SpeechHertz = 560;

    private const int SamplesPerMillisecond = 8;
    private const int FrameMilliseconds = 20;
    private const int FrameSamples = FrameMilliseconds * SamplesPerMillisecond;
    private const int UdpOffset = 14 + 20;
    private const int RtpOffset = UdpOffset + 8;
    private const int PayloadOffset = RtpOffset + 12;
    private const byte Pcma = 8;
    private const byte TelephoneEvent = 101;
    private const string KeyPad = "0123456789*#";

    // ITU-T Q.23, in the order of the pad above.
    private static readonly (double Row, double Column)[] Tones =
    [
        (941, 1336), (697, 1209), (697, 1336), (697, 1477), (770, 1209), (770, 1336), (770, 1477), (852, 1209), (852, 1336), (852, 1477), (941, 1209), (941, 1477),
    ];

    // When each packet of a press leaves, how long the press is by then, and whether it is over: the end is told twice (RFC 4733 §2.5.1.4).
    private static readonly (int Milliseconds, ushort Duration, bool End)[] Press = [(0, 160, false), (20, 320, false), (40, 480, true), (60, 480, true)];
    private const int EventMilliseconds = 140;
    private const int ToneFrames = 4;

    private readonly BinaryWriter _output;
    private int _at;
    private ushort _sequence;

    private PhoneCapture(string file)
    {
        _output = new BinaryWriter(File.Create(file));
        foreach (uint word in (ReadOnlySpan<uint>)[0xA1B2C3D4, 0x0004_0002, 0, 0, 65535, 1])
        {
            _output.Write(word);
        }
    }

    /// <param name="file">Where to.</param>
    /// <param name="keys">See the remarks.</param>
    /// <param name="by">How keys travel; not by INFO, which is no sound.</param>
    public static void Write(string file, string keys, KeysBy by)
    {
        using var capture = new PhoneCapture(file);
        foreach (char key in keys)
        {
            switch (key)
            {
                case ',' when by == KeysBy.Event:
                    capture._at += 1000;
                    break;
                case ',':
                    capture.Sound(1000 / FrameMilliseconds);
                    break;
                case '~':
                    capture.Sound(1000 / FrameMilliseconds, SpeechHertz);
                    break;
                default:
                    capture.Key(KeyPad.IndexOf(key, StringComparison.Ordinal), by);
                    break;
            }
        }
    }

    public void Dispose() => _output.Dispose();

    private void Key(int key, KeysBy by)
    {
        if (by == KeysBy.Sound)
        {
            Sound(ToneFrames, Tones[key].Row, Tones[key].Column);
            Sound(ToneFrames);
            return;
        }

        foreach ((int milliseconds, ushort duration, bool end) in Press)
        {
            byte[] press = [(byte)key, (byte)(end ? 0x8A : 0x0A), (byte)(duration >> 8), (byte)duration];
            WritePacket(_at + milliseconds, Packet(TelephoneEvent, milliseconds == 0, _at, press));
        }

        _at += EventMilliseconds;
    }

    private void Sound(int frames, params ReadOnlySpan<double> hertz)
    {
        byte[] frame = new byte[FrameSamples];
        for (int i = 0; i < frames; i++, _at += FrameMilliseconds)
        {
            for (int sample = 0; sample < FrameSamples; sample++)
            {
                double value = 0;
                foreach (double tone in hertz)
                {
                    value += 6000 * Math.Sin(2 * Math.PI * tone * ((_at * SamplesPerMillisecond) + sample) / (1000 * SamplesPerMillisecond));
                }

                frame[sample] = ALaw.Encode((int)value);
            }

            WritePacket(_at, Packet(Pcma, marker: false, _at, frame));
        }
    }

    private void WritePacket(int at, byte[] packet)
    {
        _output.Write(at / 1000);
        _output.Write(at % 1000 * 1000);
        _output.Write(packet.Length);
        _output.Write(packet.Length);
        _output.Write(packet);
    }

    private byte[] Packet(byte payloadType, bool marker, int at, byte[] payload)
    {
        byte[] packet = new byte[PayloadOffset + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(12), 0x0800);
        packet[14] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(16), (ushort)(packet.Length - 14));
        packet[22] = 64;
        packet[23] = 17;
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(26), 0x7F000001);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(30), 0x7F000001);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(UdpOffset), 6000);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(UdpOffset + 2), 6000);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(UdpOffset + 4), (ushort)(packet.Length - UdpOffset));
        Span<byte> rtp = packet.AsSpan(RtpOffset);
        rtp[0] = 0x80;
        rtp[1] = (byte)(marker ? payloadType | 0x80 : payloadType);
        BinaryPrimitives.WriteUInt16BigEndian(rtp[2..], ++_sequence);
        BinaryPrimitives.WriteUInt32BigEndian(rtp[4..], (uint)(at * SamplesPerMillisecond));
        BinaryPrimitives.WriteUInt32BigEndian(rtp[8..], 0x0E05384E);
        payload.CopyTo(rtp[12..]);
        return packet;
    }
}
