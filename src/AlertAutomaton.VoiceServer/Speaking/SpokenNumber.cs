using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.VoiceServer.Speaking;

/// <summary>
/// The pieces of which a whole number is spoken. Pure. French: "quatre cent douze", "mille", "soixante et onze mille"; English: "four hundred
/// twelve", "one thousand". What a language says differently below a hundred is in its recordings.
/// </summary>
internal static class SpokenNumber
{
    /// <summary>The highest number that can be said; higher ones are said as this.</summary>
    public const int Highest = 999_999;

    /// <summary>The names of the pieces, in order.</summary>
    /// <param name="number">0 to <see cref="Highest"/>.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="feminine">True before a feminine noun, where the language cares.</param>
    public static IReadOnlyList<string> Pieces(int number, string language, bool feminine = false)
    {
        number = Math.Clamp(number, 0, Highest);
        bool french = IsFrench(language);
        var pieces = new List<string>();
        if (number >= 1000)
        {
            // French says "mille", never "un mille".
            if (!french || number >= 2000)
            {
                AddHundreds(pieces, number / 1000, french, feminine: false);
            }

            pieces.Add(NumberPromptNames.Thousand);
        }

        int rest = number % 1000;
        if (rest > 0 || number == 0)
        {
            AddHundreds(pieces, rest, french, feminine && french);
        }

        return pieces;
    }

    /// <summary>The digits one by one, as in a reference.</summary>
    public static IReadOnlyList<string> Digits(string digits) => [.. digits.Where(char.IsAsciiDigit).Select(digit => NumberPromptNames.Piece(digit - '0'))];

    /// <summary>Whether a count takes the singular: in French 0 and 1, elsewhere 1.</summary>
    public static bool IsSingular(int number, string language) => number == 1 || (number == 0 && IsFrench(language));

    private static void AddHundreds(List<string> pieces, int number, bool french, bool feminine)
    {
        int hundreds = number / 100;
        if (hundreds > 0)
        {
            // Nor "un cent".
            if (!french || hundreds > 1)
            {
                pieces.Add(NumberPromptNames.Piece(hundreds));
            }

            pieces.Add(NumberPromptNames.Hundred);
        }

        int rest = number % 100;
        if (rest > 0 || hundreds == 0)
        {
            pieces.Add(feminine ? NumberPromptNames.FemininePiece(rest) : NumberPromptNames.Piece(rest));
        }
    }

    private static bool IsFrench(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
}
