using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Tests.Normalisation;

/// <summary>The table of one language: what is written, a tab, what is read aloud; <c>\n</c> and <c>\uXXXX</c> stand for themselves.</summary>
internal static partial class NormalisationTable
{
    public static IReadOnlyList<(string Written, string Spoken)> Load(string language)
        => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Corpora", "normalisation", language + ".tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => (Unescape(cells[0]), cells[1]))];

    private static string Unescape(string cell)
        => Code().Replace(cell.Replace("\\n", "\n"), match => ((char)int.Parse(match.Groups["hex"].ValueSpan, NumberStyles.HexNumber)).ToString());

    [GeneratedRegex(@"\\u(?<hex>[0-9a-f]{4})", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
