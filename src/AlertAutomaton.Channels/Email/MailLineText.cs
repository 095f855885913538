using System.Text;

namespace AlertAutomaton.Channels.Email;

/// <summary>Makes one line of what operators and lists hold, so that no header can be smuggled in (CR, LF and other controls become spaces).</summary>
internal static class MailLineText
{
    /// <summary>One line of at most <paramref name="longest"/> characters; never cut inside a surrogate pair.</summary>
    public static string Of(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            // U+2028 and U+2029 end a line for some readers.
            bool breaks = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            if (!breaks)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim();
    }

    /// <summary>Text of several lines: line ends and tabs stay, other controls go, lone surrogates are replaced.</summary>
    public static string Paragraphs(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }
}
