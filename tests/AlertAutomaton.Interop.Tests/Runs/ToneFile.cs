using System.Buffers.Binary;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>Writes a tone as an 8 kHz 16-bit mono WAV file, without the product's own writer.</summary>
internal static class ToneFile
{
    private const int Rate = 8000;

    public static void Write(string file, double hertz, TimeSpan length)
    {
        int samples = (int)(length.TotalSeconds * Rate);
        byte[] bytes = new byte[44 + (samples * 2)];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), samples * 2);
        for (int sample = 0; sample < samples; sample++)
        {
            short value = (short)(8000 * Math.Sin(2 * Math.PI * hertz * sample / Rate));
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + (sample * 2)), value);
        }

        File.WriteAllBytes(file, bytes);
    }
}
