using System.Globalization;
using System.Text;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>
/// A text reduced to plain words: lower case, without accents, punctuation, signs and decoration; digits of every script and keycaps become
/// 0-9, and the few pictures that people answer with become words. Pure.
/// </summary>
/// <param name="Words">The words, in order.</param>
/// <param name="IsQuestion">Whether a question mark stood in it.</param>
internal readonly record struct ReplyTokens(IReadOnlyList<string> Words, bool IsQuestion)
{
    private const int LongestText = 2_000;

    private static readonly Dictionary<string, string> Pictures = new(StringComparer.Ordinal)
    {
        ["👍"] = "ok", ["👌"] = "ok", ["✅"] = "ok", ["✔"] = "ok", ["🆗"] = "ok", ["☑"] = "ok", ["👎"] = "no", ["❌"] = "no", ["🆘"] = "sos",
    };

    public static ReplyTokens Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var isQuestion = false;
        var bounded = text.Length > LongestText ? text[..LongestText] : text;
        foreach (var rune in WellFormed(bounded).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Pictures.TryGetValue(rune.ToString(), out var word))
            {
                plain.Append(' ').Append(word).Append(' ');
                continue;
            }

            isQuestion |= rune.Value is '?' or 0x061F;
            switch (Rune.GetUnicodeCategory(rune))
            {
                // Accents, keycap frames, skin tones and variation selectors decorate what stands before them.
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((int)Rune.GetNumericValue(rune));
                    break;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter:
                    plain.Append(Rune.ToLowerInvariant(rune));
                    break;
                default:
                    plain.Append(' ');
                    break;
            }
        }

        return new ReplyTokens(plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries), isQuestion);
    }

    // A lone half of a surrogate pair, as a text cut by a network has it, must not stop the rest from being read.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
