using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>Turns lines, brackets and dashes into the pauses of speech, and leaves one blank and one stop where there were several.</summary>
internal static partial class Punctuation
{
    public static string Tidy(string text)
    {
        text = Newlines().Replace(text, "\n");
        text = StartOfLine().Replace(text, "\n");
        text = EndOfLine().Replace(text.Trim(), ". ");
        text = text.Replace('\n', ' ').Replace('"', ' ').Replace('_', ' ').Replace('@', ' ');
        text = Marks().Replace(text, " ");
        text = LooseQuotes().Replace(text, " ");
        text = Breaks().Replace(text, ", ");
        text = Blanks().Replace(text, " ");
        text = BlankBeforeStop().Replace(text, "${a}");

        // Of a row of stops the strongest speaks: an exclamation or question mark, then a full stop, then the first.
        text = StopsInARow().Replace(text, match => Strongest(match.ValueSpan).ToString());
        return text.Trim().TrimStart('.', ',', ';', ':', '!', '?', '-', '\'', ' ').TrimEnd(',', ';', ':', '-', ' ');
    }

    private static char Strongest(ReadOnlySpan<char> stops)
    {
        var strong = stops.IndexOfAny('!', '?');
        if (strong >= 0)
            return stops[strong];
        return stops.Contains('.') ? '.' : stops[0];
    }

    [GeneratedRegex(@"[ \t]*\n\s*", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Newlines();

    [GeneratedRegex(@"(?:^|\n)[-–*+]+ ", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex StartOfLine();

    [GeneratedRegex(@"(?<![.,;:!?])\n", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex EndOfLine();

    [GeneratedRegex(@"[*#=+&$£€%‰°²³]", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s*[()]\s*|\s*–\s*|\s+-+\s+|\s*--+\s*|\s*/\s*", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"(?<![\p{L}\d])'+|'+(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex LooseQuotes();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Blanks();

    [GeneratedRegex(@" (?<a>[.,;])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex BlankBeforeStop();

    [GeneratedRegex(@"[.,;:!?](?: ?[.,;:!?])+", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex StopsInARow();
}
