using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.French;

/// <summary>Road numbers: RD 920, D920, RN20, A20, VC 3.</summary>
internal static partial class FrenchRoads
{
    public static string Apply(string text)
    {
        text = Departmental().Replace(text, "départementale ${a}");
        text = National().Replace(text, "nationale ${a}");
        text = Communal().Replace(text, "voie communale ${a}");
        text = Motorway().Replace(text, "autoroute A ${a}");
        return LetterAfter().Replace(text, "${a} ${b}");
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?:route )?(?:départementale )?(?:RD|D)[ -]?(?<a>\d{1,4}(?![\d/]))", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Departmental();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:route )?(?:nationale )?(?:RN|N)[ -]?(?<a>\d{1,4}(?![\d/]))", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex National();

    [GeneratedRegex(@"(?<![\p{L}\d])VC[ -]?(?<a>\d{1,3})(?!\d)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Communal();

    // With a blank, "A 20 heures" would be a motorway: then only after an article or the word itself.
    [GeneratedRegex(@"(?<![\p{L}\d])(?:autoroute (?=A ?\d)|(?=A\d)|(?<=[Ll]')(?=A \d))A ?(?<a>\d{1,4})(?![\d/])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Motorway();

    [GeneratedRegex(@"(?<=(?:départementale|nationale) )(?<a>\d{1,4})(?<b>[A-Za-z])(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex LetterAfter();
}
