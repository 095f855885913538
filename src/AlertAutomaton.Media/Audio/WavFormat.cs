using System.Buffers.Binary;

namespace AlertAutomaton.Media.Audio;

/// <summary>The <c>fmt </c> chunk of a WAV file, already checked.</summary>
internal readonly record struct WavFormat(WavEncoding Encoding, int Channels, int SampleRate)
{
    private const int Pcm = 1;
    private const int Float = 3;
    private const int Alaw = 6;
    private const int Mulaw = 7;
    private const int Extensible = 0xFFFE;

    public int BytesPerSample => Encoding switch
    {
        WavEncoding.Signed16 => 2,
        WavEncoding.Signed24 => 3,
        WavEncoding.Signed32 or WavEncoding.Float32 => 4,
        WavEncoding.Float64 => 8,
        _ => 1,
    };

    public static bool TryParse(ReadOnlySpan<byte> chunk, out WavFormat format, out WavProblem problem)
    {
        format = default;
        problem = WavProblem.FormatMissing;
        if (chunk.Length < 16)
            return false;
        int tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);

        // WAVE_FORMAT_EXTENSIBLE: the real tag is the first two bytes of the sub-format GUID.
        if (tag == Extensible)
        {
            if (chunk.Length < 26)
                return false;
            tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        }

        if (channels is < 1 or > 8)
        {
            problem = WavProblem.ChannelsUnsupported;
            return false;
        }

        if (rate is < 4000 or > 192_000)
        {
            problem = WavProblem.RateUnsupported;
            return false;
        }

        if (EncodingOf(tag, bits) is not { } encoding)
        {
            problem = WavProblem.EncodingUnsupported;
            return false;
        }

        format = new WavFormat(encoding, channels, (int)rate);
        problem = WavProblem.None;
        return true;
    }

    public short[] DecodeMono(ReadOnlySpan<byte> data, int frames)
    {
        var mono = new short[frames];
        var size = BytesPerSample;
        var offset = 0;
        for (var frame = 0; frame < frames; frame++)
        {
            var sum = 0.0;
            for (var channel = 0; channel < Channels; channel++, offset += size)
                sum += Sample(data.Slice(offset, size));
            var mixed = Math.Round(sum / Channels);
            mono[frame] = (short)Math.Clamp(double.IsNaN(mixed) ? 0 : mixed, short.MinValue, short.MaxValue);
        }

        return mono;
    }

    private static WavEncoding? EncodingOf(int tag, int bits) => (tag, bits) switch
    {
        (Pcm, 8) => WavEncoding.Unsigned8,
        (Pcm, 16) => WavEncoding.Signed16,
        (Pcm, 24) => WavEncoding.Signed24,
        (Pcm, 32) => WavEncoding.Signed32,
        (Float, 32) => WavEncoding.Float32,
        (Float, 64) => WavEncoding.Float64,
        (Alaw, 8) => WavEncoding.Alaw,
        (Mulaw, 8) => WavEncoding.Mulaw,
        _ => null,
    };

    // The result is on the scale of 16-bit samples.
    private double Sample(ReadOnlySpan<byte> bytes) => Encoding switch
    {
        WavEncoding.Unsigned8 => (bytes[0] - 128) * 256.0,
        WavEncoding.Signed16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        WavEncoding.Signed24 => ((bytes[2] << 24) | (bytes[1] << 16) | (bytes[0] << 8)) / 65536.0,
        WavEncoding.Signed32 => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 65536.0,
        WavEncoding.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes) * 32768.0,
        WavEncoding.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(bytes) * 32768.0,
        WavEncoding.Alaw => G711.Decode(AudioCodec.Pcma, bytes[0]),
        _ => G711.Decode(AudioCodec.Pcmu, bytes[0]),
    };
}
