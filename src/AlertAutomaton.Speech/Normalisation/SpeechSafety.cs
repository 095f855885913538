using System.Globalization;
using System.Text;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>
/// Leaves only characters that are read aloud or that the rules know: no markup, no espeak phoneme brackets, no control characters.
/// </summary>
internal static class SpeechSafety
{
    private const string Kept = ".,;:!?'\"()-/%‰°+@_#*=&€$£²³";

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);

        // Lone surrogates come out as the replacement character, which is no letter.
        foreach (var rune in text.EnumerateRunes())
            Append(clean, rune);
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        // Digits of other scripts are digits: the rules count with them.
        if (Rune.IsDigit(rune))
        {
            clean.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            return;
        }

        if (Rune.IsLetter(rune) || IsMark(rune))
        {
            clean.Append(rune.ToString());
            return;
        }

        clean.Append(rune.Value switch
        {
            '\n' or '\r' or 0x2028 or 0x2029 or 0x0085 => "\n",
            0x2018 or 0x2019 or 0x02BC or 0x2032 => "'",
            0x2010 or 0x2011 or 0x2212 => "-",
            0x2012 or 0x2013 or 0x2014 or 0x2015 => "–",
            0x2026 => ".",
            0x2022 or 0x25CF or 0x25AA or 0x00B7 => "\n",
            0x00BA => "°",
            '[' or '{' => "(",
            ']' or '}' => ")",
            < 0x2100 when Kept.Contains((char)rune.Value, StringComparison.Ordinal) => rune.ToString(),
            _ => " ",
        });
    }

    private static bool IsMark(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
