using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Audio;

/// <summary>Builds WAV files of every encoding, apart from the product's own writer.</summary>
internal static class WavBytes
{
    public static byte[] Build(
        short[] samples, int tag, int bits, int channels, int rate, bool extensible = false, int extraChunk = 0, bool invertSecond = false)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(0);
        writer.Write("WAVE"u8);
        if (extraChunk > 0)
        {
            writer.Write("LIST"u8);
            writer.Write(extraChunk);
            writer.Write(new byte[extraChunk + (extraChunk & 1)]);
        }

        writer.Write("fmt "u8);
        writer.Write(extensible ? 40 : 16);
        writer.Write((ushort)(extensible ? 0xFFFE : tag));
        writer.Write((ushort)channels);
        writer.Write(rate);
        writer.Write(rate * channels * bits / 8);
        writer.Write((ushort)(channels * bits / 8));
        writer.Write((ushort)bits);
        if (extensible)
        {
            writer.Write((ushort)22);
            writer.Write((ushort)bits);
            writer.Write(4);
            writer.Write((ushort)tag);
            writer.Write(new byte[14]);
        }

        writer.Write("data"u8);
        writer.Write(samples.Length * channels * bits / 8);
        foreach (var sample in samples)
        {
            for (var channel = 0; channel < channels; channel++)
                WriteSample(writer, invertSecond && channel == 1 ? (short)-sample : sample, tag, bits);
        }

        return stream.ToArray();
    }

    private static void WriteSample(BinaryWriter writer, short sample, int tag, int bits)
    {
        switch (tag, bits)
        {
            case (1, 8): writer.Write((byte)((sample >> 8) + 128)); break;
            case (1, 16): writer.Write(sample); break;
            case (1, 24): writer.Write((byte)0); writer.Write(sample); break;
            case (1, 32): writer.Write(sample << 16); break;
            case (3, 32): writer.Write(sample / 32768f); break;
            case (3, 64): writer.Write(sample / 32768.0); break;
            case (6, 8): writer.Write(G711.Encode(AudioCodec.Pcma, sample)); break;
            default: writer.Write(G711.Encode(AudioCodec.Pcmu, sample)); break;
        }
    }
}
