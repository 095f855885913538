using System.Buffers;
using System.Buffers.Binary;

namespace AlertAutomaton.Media.Audio;

/// <summary>
/// Reads RIFF/WAVE audio from anywhere and writes 16-bit PCM (Microsoft/IBM RIFF 1991; WAVE_FORMAT_EXTENSIBLE 2001).
/// </summary>
/// <remarks>
/// The reader trusts nothing: every size is clamped to the bytes that arrived, since streamed files (espeak-ng, ffmpeg to a pipe)
/// carry lengths of 0, 0x7FFFF000 or 0xFFFFFFFF in their headers.
/// </remarks>
public static class WavFile
{
    /// <summary>The longest audio that <see cref="TryRead(ReadOnlySpan{byte}, out WavAudio?, out WavProblem)"/> accepts.</summary>
    public static readonly TimeSpan LongestAudio = TimeSpan.FromMinutes(15);

    private const int HeaderLength = 44;
    private const int ChunkHeaderLength = 8;
    private const int MostSamples = 1 << 30;

    /// <summary>Reads a whole file held in memory, mixing several channels down to one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, out WavAudio? audio, out WavProblem problem)
    {
        audio = null;
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            problem = WavProblem.NotWav;
            return false;
        }

        WavFormat? format = null;
        var rest = file[12..];
        while (rest.Length >= ChunkHeaderLength)
        {
            var name = rest[..4];
            var declared = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var content = rest[ChunkHeaderLength..];
            var length = (int)Math.Min(declared, (uint)content.Length);
            if (name.SequenceEqual("fmt "u8))
            {
                if (!WavFormat.TryParse(content[..length], out var parsed, out problem))
                    return false;
                format = parsed;
            }
            else if (name.SequenceEqual("data"u8))
            {
                // A program that streamed to a pipe could not come back to fill in the length.
                if (declared == 0)
                    length = content.Length;
                return TryDecode(format, content[..length], out audio, out problem);
            }

            // RIFF chunks are padded to an even length.
            var step = (long)length + (length & 1);
            rest = step >= content.Length ? default : content[(int)step..];
        }

        problem = format is null ? WavProblem.FormatMissing : WavProblem.NoAudio;
        return false;
    }

    /// <summary>Writes mono 16-bit PCM with a 44-byte header.</summary>
    /// <param name="writer">Receives 44 + 2 × samples bytes.</param>
    /// <param name="samples">Mono samples, at most 2^30.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public static void Write(IBufferWriter<byte> writer, ReadOnlySpan<short> samples, int sampleRate)
    {
        if (samples.Length > MostSamples)
            throw new ArgumentException("A RIFF file holds at most 2^30 samples.", nameof(samples));
        var dataLength = samples.Length * 2;
        var header = writer.GetSpan(HeaderLength);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderLength - ChunkHeaderLength + dataLength);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], sampleRate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], dataLength);
        writer.Advance(HeaderLength);
        while (!samples.IsEmpty)
        {
            var part = samples[..Math.Min(samples.Length, 4096)];
            var target = writer.GetSpan(part.Length * 2);
            for (var i = 0; i < part.Length; i++)
                BinaryPrimitives.WriteInt16LittleEndian(target[(2 * i)..], part[i]);
            writer.Advance(part.Length * 2);
            samples = samples[part.Length..];
        }
    }

    /// <summary>The bytes of a mono 16-bit PCM file.</summary>
    public static byte[] ToBytes(ReadOnlySpan<short> samples, int sampleRate)
    {
        var buffer = new ArrayBufferWriter<byte>(HeaderLength + samples.Length * 2);
        Write(buffer, samples, sampleRate);
        return buffer.WrittenSpan.ToArray();
    }

    private static bool TryDecode(WavFormat? format, ReadOnlySpan<byte> data, out WavAudio? audio, out WavProblem problem)
    {
        audio = null;
        if (format is not { } known)
        {
            problem = WavProblem.FormatMissing;
            return false;
        }

        var frames = data.Length / (known.Channels * known.BytesPerSample);
        if (frames == 0)
        {
            problem = WavProblem.NoAudio;
            return false;
        }

        if (frames > LongestAudio.TotalSeconds * known.SampleRate)
        {
            problem = WavProblem.TooLong;
            return false;
        }

        audio = new WavAudio(known.DecodeMono(data, frames), known.SampleRate);
        problem = WavProblem.None;
        return true;
    }
}
