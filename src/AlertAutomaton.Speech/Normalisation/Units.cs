using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>A number and its unit, with decimals, signs and ranges.</summary>
internal sealed partial class Units
{
    private readonly Lexicon _lexicon;
    private readonly Func<decimal, bool> _isSingular;
    private readonly Regex _measure;
    private readonly Regex _decimal;

    /// <param name="lexicon">The words.</param>
    /// <param name="decimalSign">The language's own sign between the whole and its parts.</param>
    /// <param name="isSingular">Whether a quantity takes the singular.</param>
    public Units(Lexicon lexicon, char decimalSign, Func<decimal, bool> isSingular)
    {
        _lexicon = lexicon;
        _isSingular = isSingular;
        var units = Abbreviations.Alternatives(lexicon.Units.Keys);

        // A foreign decimal sign is understood where a unit follows, since then it cannot be a date or a list.
        _measure = new Regex(
            @"(?<![\p{L}\d.,])(?<minus>-)?(?<whole>\d{1,12})(?:[.,](?<parts>\d{1,6}))? ?(?<unit>" + units + @")(?![\p{L}\d²³/])",
            RegexOptions.CultureInvariant, RegexLimit.Time);
        _decimal = new Regex(
            @"(?<![\p{L}\d.,])(?<minus>-)?(?<whole>\d{1,12})" + Regex.Escape(decimalSign.ToString()) + @"(?<parts>\d{1,6})(?![\d.,]*\d)",
            RegexOptions.CultureInvariant, RegexLimit.Time);
    }

    public string Apply(string text)
    {
        text = Range().Replace(text, $"${{a}} {_lexicon.Words["to"]} ");
        text = CurrencyFirst().Replace(text, "${amount} ${sign}");
        text = PlusMinus().Replace(text, "${a}");
        text = _measure.Replace(text, SpeakMeasure);
        text = _decimal.Replace(text, match => SpeakNumber(match));
        return Minus().Replace(text, _lexicon.Words["minus"] + " ");
    }

    private string SpeakMeasure(Match match)
    {
        var parts = match.Groups["parts"].Value;
        var value = decimal.Parse(
            parts.Length > 0 ? $"{match.Groups["whole"].Value}.{parts}" : match.Groups["whole"].Value, CultureInfo.InvariantCulture);
        var unit = _lexicon.Units[match.Groups["unit"].Value];
        var name = _isSingular(value) ? unit[0] : unit[1];

        // Money is read as two numbers: "12 euros 50".
        if (match.Groups["unit"].ValueSpan is "€" or "$" or "£" && parts.Length == 2)
            return $"{match.Groups["whole"].Value} {name} {parts.TrimStart('0')}".TrimEnd();
        return $"{SpeakNumber(match)} {name}";
    }

    private string SpeakNumber(Match match)
    {
        var minus = match.Groups["minus"].Success ? _lexicon.Words["minus"] + " " : "";
        var parts = match.Groups["parts"].Value;
        if (parts.Length == 0)
            return minus + match.Groups["whole"].Value;

        // Zeros after the sign are read one by one, or 1.05 would sound like 1.5.
        var zeros = parts.Length - parts.TrimStart('0').Length;
        var spoken = string.Join(' ', Enumerable.Repeat("0", zeros).Append(parts[zeros..])).TrimEnd();
        return $"{minus}{match.Groups["whole"].Value} {_lexicon.Words["decimal"]} {spoken}";
    }

    [GeneratedRegex(@"(?<![\d-])(?<a>\d{1,6}(?:[.,]\d{1,3})?) ?[-–] ?(?=\d{1,6}(?:[.,]\d{1,3})?(?![\d-]))", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<sign>[€$£]) ?(?<amount>\d{1,12}(?:[.,]\d{1,2})?)(?!\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex CurrencyFirst();

    [GeneratedRegex(@"\+/?-(?<a>\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex PlusMinus();

    [GeneratedRegex(@"(?<![\p{L}\d.,)])-(?=\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Minus();
}
