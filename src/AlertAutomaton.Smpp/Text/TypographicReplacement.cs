using System.Collections.Frozen;
using System.Text;

namespace AlertAutomaton.Smpp.Text;

/// <summary>Plain spellings of typographic characters that are not in the GSM alphabet.</summary>
public static class TypographicReplacement
{
    private static readonly FrozenDictionary<char, string> Table = new Dictionary<char, string>
    {
        ['\u2018'] = "'", ['\u2019'] = "'", ['\u201A'] = "'", ['\u2032'] = "'", ['\u00B4'] = "'", ['`'] = "'",
        ['\u201C'] = "\"", ['\u201D'] = "\"", ['\u201E'] = "\"", ['\u2033'] = "\"", ['\u00AB'] = "\"", ['\u00BB'] = "\"",
        ['\u2010'] = "-", ['\u2011'] = "-", ['\u2012'] = "-", ['\u2013'] = "-", ['\u2014'] = "-", ['\u2212'] = "-",
        ['\u2022'] = "-", ['\u00B7'] = ".", ['\u2026'] = "...",
        ['\u00A0'] = " ", ['\u2002'] = " ", ['\u2003'] = " ", ['\u2007'] = " ", ['\u2009'] = " ", ['\u202F'] = " ", ['\t'] = " ",
        ['\u00AD'] = "", ['\u200B'] = "", ['\uFEFF'] = "",
        ['\u0153'] = "oe", ['\u0152'] = "OE", ['\u00B0'] = "o",
    }.ToFrozenDictionary();

    /// <summary>The text with typographic characters replaced; accents are kept, because they may change a meaning.</summary>
    public static string Apply(string text)
    {
        if (!text.Any(Table.ContainsKey))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = Table.TryGetValue(character, out var replacement) ? plain.Append(replacement) : plain.Append(character);
        }

        return plain.ToString();
    }
}
