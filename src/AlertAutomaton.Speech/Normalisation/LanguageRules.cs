using System.Text.RegularExpressions;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>The rules of one language, applied one after the other; each is a pure function of the text.</summary>
internal sealed class LanguageRules(params IReadOnlyList<Func<string, string>> rules)
{
    public string Apply(string text)
    {
        foreach (var rule in rules)
            text = ApplyOne(rule, text);
        return text;
    }

    // A text on which a rule takes too long is read without that rule: it is spoken less well, but it is spoken.
    private static string ApplyOne(Func<string, string> rule, string text)
    {
        try
        {
            return rule(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }
}
