namespace AlertAutomaton.Speech.Synthesis;

/// <summary>Which strings may be handed to a program or server as a language.</summary>
internal static class LanguageTag
{
    private const int Longest = 12;

    /// <summary>Two or three lower-case letters, then subtags of letters and digits (RFC 5646 in short).</summary>
    public static bool IsWellFormed(string language)
    {
        if (language.Length is < 2 or > Longest || !char.IsAsciiLetterLower(language[0]) || !char.IsAsciiLetterLower(language[1]))
            return false;
        foreach (var c in language)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;
        }

        return true;
    }
}
