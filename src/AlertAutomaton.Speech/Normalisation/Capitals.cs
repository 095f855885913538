using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>Words shouted in capitals are read as words; what cannot be read is spelled.</summary>
internal sealed partial class Capitals(Lexicon lexicon, CultureInfo culture)
{
    private readonly HashSet<string> _spelled = [.. lexicon.Spelled];

    public string Apply(string text) => Words().Replace(text, match => Speak(match.Value));

    private string Speak(string word)
        => _spelled.Contains(word) || !Vowel().IsMatch(word) ? string.Join(' ', word.AsEnumerable()) : word.ToLower(culture);

    [GeneratedRegex(@"(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Words();

    [GeneratedRegex("[AEIOUYÀÂÄÆÉÈÊËÎÏÔÖŒÙÛÜŸ]", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Vowel();
}
