using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>"St" after a name is a street; before a name it is a saint, which the abbreviations know.</summary>
internal static partial class EnglishStreets
{
    public static string Apply(string text) => Street().Replace(text, "Street");

    [GeneratedRegex(@"(?<=\p{Lu}\p{Ll}+ )St(?:\.(?! \p{Lu})|(?![\p{L}\d.]| \p{Lu}))", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Street();
}
