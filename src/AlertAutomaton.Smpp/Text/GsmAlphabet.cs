using System.Collections.Frozen;

namespace AlertAutomaton.Smpp.Text;

/// <summary>GSM 03.38 default alphabet and its extension table (3GPP TS 23.038 §6.2.1), unpacked: one septet per octet.</summary>
public static class GsmAlphabet
{
    /// <summary>The septet that begins a pair of the extension table.</summary>
    public const byte Escape = 0x1B;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
        + " !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
        + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static readonly (byte Septet, char Character)[] Extension =
    [
        (0x0A, '\f'), (0x14, '^'), (0x28, '{'), (0x29, '}'), (0x2F, '\\'), (0x3C, '['), (0x3D, '~'), (0x3E, ']'), (0x40, '|'), (0x65, '€'),
    ];

    // Escape pairs have the escape in the high octet.
    private static readonly FrozenDictionary<char, ushort> Septets = Basic
        .Select((character, index) => (character, code: (ushort)index))
        .Where(entry => entry.code != Escape)
        .Concat(Extension.Select(entry => (character: entry.Character, code: (ushort)(Escape << 8 | entry.Septet))))
        .ToFrozenDictionary(entry => entry.character, entry => entry.code);

    private static readonly ushort[] AsciiSeptets = [.. Enumerable.Range(0, 128).Select(code => Septets.GetValueOrDefault((char)code, ushort.MaxValue))];

    /// <summary>Septets that a character takes: 1, 2 for the extension table, 0 when it is not in the alphabet.</summary>
    public static int CostOf(char character) => Find(character) switch { ushort.MaxValue => 0, > byte.MaxValue => 2, _ => 1 };

    /// <summary>Writes a character; gives the octets written, 0 when it is not in the alphabet.</summary>
    /// <param name="character">The character.</param>
    /// <param name="target">At least two octets.</param>
    public static int Encode(char character, Span<byte> target)
    {
        var code = Find(character);
        if (code == ushort.MaxValue)
        {
            return 0;
        }

        if (code <= byte.MaxValue)
        {
            target[0] = (byte)code;
            return 1;
        }

        (target[0], target[1]) = (Escape, (byte)code);
        return 2;
    }

    /// <summary>
    /// Reads unpacked septets. An unknown pair shows the character of the default alphabet (§6.2.1.1); an escape at the end is dropped; an octet
    /// over 0x7F is read as Latin-1, which is what gateways that send one mean.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> octets)
    {
        var text = new char[octets.Length];
        var length = 0;
        var escaped = false;
        foreach (var octet in octets)
        {
            if (octet == Escape && !escaped)
            {
                escaped = true;
                continue;
            }

            text[length++] = escaped ? DecodeExtension(octet) : DecodeBasic(octet);
            escaped = false;
        }

        return new string(text, 0, length);
    }

    private static char DecodeBasic(byte octet) => octet < Basic.Length ? Basic[octet] : (char)octet;

    // §6.2.1.1: a second escape is reserved and shown as a space.
    private static char DecodeExtension(byte octet)
    {
        if (octet == Escape)
        {
            return ' ';
        }

        foreach (var (septet, character) in Extension)
        {
            if (septet == octet)
            {
                return character;
            }
        }

        return DecodeBasic(octet);
    }

    private static ushort Find(char character) =>
        character < 128 ? AsciiSeptets[character] : Septets.GetValueOrDefault(character, ushort.MaxValue);
}
