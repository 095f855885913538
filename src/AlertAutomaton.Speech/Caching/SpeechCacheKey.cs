using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Speech.Caching;

/// <summary>SHA-256 over everything that decides how speech sounds, so that a change of any of it renders anew.</summary>
/// <param name="Hex">64 lower-case hexadecimal digits, also the file's name.</param>
internal readonly record struct SpeechCacheKey(string Hex)
{
    /// <summary>The key of a text spoken by an engine.</summary>
    public static SpeechCacheKey OfText(string engine, string voice, string language, string normalisedText, SpeechSpacing spacing)
        => Of("text", engine, voice, language, normalisedText, spacing.ToString());

    /// <summary>The key of a recording, by its content.</summary>
    public static SpeechCacheKey OfRecording(ReadOnlySpan<byte> file, SpeechSpacing spacing)
        => Of("recording", Convert.ToHexStringLower(SHA256.HashData(file)), spacing.ToString());

    private static SpeechCacheKey Of(params ReadOnlySpan<string> parts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write(BitConverter.GetBytes(PhonePreparationOptions.RecipeVersion));
        foreach (var part in parts)
        {
            // Each part is preceded by its length, so that no two lists of parts give the same bytes.
            var encoded = Encoding.UTF8.GetBytes(part);
            bytes.Write(BitConverter.GetBytes(encoded.Length));
            bytes.Write(encoded);
        }

        return new SpeechCacheKey(Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan)));
    }
}
