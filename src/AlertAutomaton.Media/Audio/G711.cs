namespace AlertAutomaton.Media.Audio;

/// <summary>
/// ITU-T G.711 A-law and mu-law to and from 16-bit linear samples (A-law left-aligned from 13 bits, mu-law from 14).
/// </summary>
/// <remarks>
/// Encoding looks up the code whose decoded value is nearest, which makes encode(decode(code)) the identity and the quantisation
/// noise the least possible. Mu-law alone has two codes for zero; the positive one (0xFF) is written.
/// </remarks>
public static class G711
{
    private static readonly short[] _alawToLinear = BuildDecoder(DecodeAlaw);
    private static readonly short[] _mulawToLinear = BuildDecoder(DecodeMulaw);
    private static readonly byte[] _linearToAlaw = BuildEncoder(_alawToLinear);
    private static readonly byte[] _linearToMulaw = BuildEncoder(_mulawToLinear);

    /// <summary>The code that stands for silence: the smallest positive value of the codec.</summary>
    public static byte Silence(AudioCodec codec) => codec == AudioCodec.Pcma ? (byte)0xD5 : (byte)0xFF;

    /// <summary>Encodes one 16-bit sample.</summary>
    public static byte Encode(AudioCodec codec, short sample) => Encoder(codec)[(ushort)sample];

    /// <summary>Decodes one code to a 16-bit sample.</summary>
    public static short Decode(AudioCodec codec, byte code) => Decoder(codec)[code];

    /// <summary>Encodes 16-bit samples, one byte each.</summary>
    /// <exception cref="ArgumentException"><paramref name="codes"/> is shorter than <paramref name="samples"/>.</exception>
    public static void Encode(AudioCodec codec, ReadOnlySpan<short> samples, Span<byte> codes)
    {
        if (codes.Length < samples.Length)
            throw new ArgumentException("The target is shorter than the samples.", nameof(codes));
        var table = Encoder(codec);
        for (var i = 0; i < samples.Length; i++)
            codes[i] = table[(ushort)samples[i]];
    }

    /// <summary>Decodes bytes to 16-bit samples, one each.</summary>
    /// <exception cref="ArgumentException"><paramref name="samples"/> is shorter than <paramref name="codes"/>.</exception>
    public static void Decode(AudioCodec codec, ReadOnlySpan<byte> codes, Span<short> samples)
    {
        if (samples.Length < codes.Length)
            throw new ArgumentException("The target is shorter than the codes.", nameof(samples));
        var table = Decoder(codec);
        for (var i = 0; i < codes.Length; i++)
            samples[i] = table[codes[i]];
    }

    private static byte[] Encoder(AudioCodec codec) => codec == AudioCodec.Pcma ? _linearToAlaw : _linearToMulaw;

    private static short[] Decoder(AudioCodec codec) => codec == AudioCodec.Pcma ? _alawToLinear : _mulawToLinear;

    // G.711 table 1: even bits are inverted on the line (0x55); a set sign bit means positive.
    private static short DecodeAlaw(byte code)
    {
        var bits = code ^ 0x55;
        var segment = (bits >> 4) & 7;
        var magnitude = ((bits & 0x0F) << 4) + 8;
        if (segment > 0)
            magnitude = (magnitude + 0x100) << (segment - 1);
        return (short)((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    // G.711 table 2: all bits are inverted on the line; the bias of 33 (of 14 bits) is 132 when left-aligned to 16.
    private static short DecodeMulaw(byte code)
    {
        var bits = ~code;
        var magnitude = ((((bits & 0x0F) << 3) + 132) << ((bits >> 4) & 7)) - 132;
        return (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static short[] BuildDecoder(Func<byte, short> decode)
    {
        var table = new short[256];
        for (var code = 0; code < table.Length; code++)
            table[code] = decode((byte)code);
        return table;
    }

    private static byte[] BuildEncoder(short[] decoder)
    {
        // Ordered by value; of two codes with one value (mu-law zero) the higher code, the positive zero, is kept.
        var levels = Enumerable.Range(0, 256)
            .GroupBy(code => decoder[code], code => (byte)code)
            .Select(group => (Value: (int)group.Key, Code: group.Max()))
            .OrderBy(level => level.Value)
            .ToArray();
        var table = new byte[65536];
        var nearest = 0;
        for (int sample = short.MinValue; sample <= short.MaxValue; sample++)
        {
            // Half-way between two levels the upper one is taken; both are equally near.
            while (nearest + 1 < levels.Length && levels[nearest + 1].Value - sample <= sample - levels[nearest].Value)
                nearest++;
            table[(ushort)(short)sample] = levels[nearest].Code;
        }

        return table;
    }
}
