using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>Writes abbreviations out: titles and saints before a capital, the others wherever they stand alone.</summary>
internal sealed class Abbreviations
{
    private readonly Lexicon _lexicon;
    private readonly Regex _beforeCapital;
    private readonly Regex _anywhere;

    public Abbreviations(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _beforeCapital = new Regex(
            @"(?<![\p{L}\d'])(?:" + Alternatives(lexicon.BeforeCapital.Keys) + @")(?=[ -]{1,2}\p{Lu})", RegexOptions.CultureInvariant, RegexLimit.Time);
        _anywhere = new Regex(
            @"(?<![\p{L}\d-])(?:" + Alternatives(lexicon.Abbreviations.Keys) + @")(?![\p{L}\d-])", RegexOptions.CultureInvariant, RegexLimit.Time);
    }

    public string Apply(string text)
    {
        text = _beforeCapital.Replace(text, match => _lexicon.BeforeCapital[match.Value]);

        // "no.5": the blank that was left out is needed once the point is gone.
        return _anywhere.Replace(text, match => _lexicon.Abbreviations[match.Value]);
    }

    /// <summary>Longest first, so that no abbreviation hides a longer one.</summary>
    public static string Alternatives(IEnumerable<string> keys)
        => string.Join('|', keys.OrderByDescending(key => key.Length).Select(Regex.Escape));
}
