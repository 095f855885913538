using AlertAutomaton.Speech.Normalisation.English;
using AlertAutomaton.Speech.Normalisation.French;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>Writes out what synthesisers misread: hours, dates, phone numbers, units, roads, abbreviations, capitals.</summary>
public static class TextNormaliser
{
    // Espeak reads "18 h 30" as "eighteen aitch thirty" in French, and pico "RD" as a syllable: measured, so we write words ourselves.
    private static readonly Dictionary<string, LanguageRules> _rules = new(StringComparer.Ordinal)
    {
        ["fr"] = FrenchRules.Create(),
        ["en"] = EnglishRules.Create(),
    };

    /// <summary>The text as it should be read aloud, on one line, free of anything that an engine could take for a command.</summary>
    /// <param name="text">Text as a person wrote it.</param>
    /// <param name="language">Two-letter language; those without rules are only made safe.</param>
    /// <returns>Empty when nothing in the text can be spoken.</returns>
    public static string Normalise(string text, string language)
    {
        var clean = SpeechSafety.Clean(text);
        if (_rules.TryGetValue(language, out var rules))
            clean = rules.Apply(clean);
        var spoken = Punctuation.Tidy(clean);
        return spoken.Any(char.IsLetterOrDigit) ? spoken : "";
    }
}
