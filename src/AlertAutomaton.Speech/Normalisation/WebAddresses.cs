using System.Text;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>Reads web and e-mail addresses part by part; what follows a question mark is left out, nobody could note it down.</summary>
internal sealed partial class WebAddresses(Lexicon lexicon)
{
    public string Apply(string text)
    {
        text = Mail().Replace(text, match => Speak(match.Value));
        return Web().Replace(text, match => Speak(match.Groups["place"].Value.TrimEnd('/')));
    }

    private string Speak(string address)
    {
        var spoken = new StringBuilder();
        foreach (var c in address.ToLowerInvariant())
        {
            var word = c switch
            {
                '.' => lexicon.Words["dot"],
                '@' => lexicon.Words["at"],
                '/' => lexicon.Words["slash"],
                '-' => lexicon.Words["hyphen"],
                '_' => lexicon.Words["underscore"],
                '+' => lexicon.Words["plus"],
                _ => null,
            };
            _ = word is null ? spoken.Append(c) : spoken.Append(' ').Append(word).Append(' ');
        }

        return spoken.Replace("www ", "w w w ").ToString().Trim();
    }

    [GeneratedRegex(@"(?<![\p{L}\d.])[\p{L}\d._+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Mail();

    [GeneratedRegex(
        @"(?<![\p{L}\d.@])(?:https?://(?<place>[\p{L}\d.-]{1,100}(?:/[\p{L}\d._/-]{0,100})?)" +
        @"|(?<place>(?:www\.[\p{L}\d.-]{1,100}|(?:[\p{L}\d-]{1,63}\.){1,4}(?:fr|com|org|net|eu|be|ch|lu|ca|info|uk|gov|bzh|alsace|corsica))(?![\p{L}\d])(?:/[\p{L}\d._/-]{0,100})?))" +
        @"(?<![.])(?:[?#][^\s]{0,300})?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Web();
}
