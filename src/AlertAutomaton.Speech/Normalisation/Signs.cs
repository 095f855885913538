using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>The signs that are left once numbers, addresses and abbreviations have been read.</summary>
internal sealed partial class Signs
{
    private readonly Lexicon _lexicon;
    private readonly Regex _keys;

    public Signs(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _keys = new Regex(
            @"(?<=(?<![\p{L}])(?:" + Abbreviations.Alternatives(lexicon.KeyWords) + @") ?)[*#]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexLimit.Time);
    }

    public string Apply(string text)
    {
        text = _keys.Replace(text, match => " " + _lexicon.Words[match.ValueSpan is "*" ? "star" : "hash"]);
        text = text.Replace("&", $" {_lexicon.Words["and"]} ", StringComparison.Ordinal);
        text = Plus().Replace(text, $" {_lexicon.Words["plus"]} ");
        text = EqualsSign().Replace(text, $" {_lexicon.Words["equals"]} ");
        text = AndOr().Replace(text, "${a} ${b}");
        text = NumberList().Replace(text, match => match.Value.Replace("/", ", ", StringComparison.Ordinal));
        text = Fraction().Replace(text, $"${{a}} {_lexicon.Words["outOf"]} ${{b}}");
        text = text.Replace("%", $" {_lexicon.Words["percent"]} ", StringComparison.Ordinal);
        return text.Replace("€", $" {_lexicon.Words["euros"]} ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=\d) ?\+ ?(?=\d)|(?<![\p{L}\d+])\+(?=\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Plus();

    [GeneratedRegex(@"(?<=[\p{L}\d]) ?= ?(?=[\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex EqualsSign();

    [GeneratedRegex(@"\b(?<a>et|and)/(?<b>ou|or)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex AndOr();

    [GeneratedRegex(@"(?<![\d/])\d{1,6}(?:/\d{1,6}){2,9}(?![\d/])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex NumberList();

    [GeneratedRegex(@"(?<![\d/])(?<a>\d{1,6}) ?/ ?(?<b>\d{1,6})(?![\d/])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Fraction();
}
