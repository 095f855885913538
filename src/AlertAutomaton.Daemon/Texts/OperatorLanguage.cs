using System.Globalization;

namespace AlertAutomaton.Daemon.Texts;

/// <summary>Chooses the language that an operator reads: the one asked for, else the one of the session.</summary>
internal static class OperatorLanguage
{
    /// <summary>Languages that have operator texts.</summary>
    public static IReadOnlyList<string> Available { get; } = ["en", "fr"];

    /// <param name="asked">Value of <c>--lang</c>, or null.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static CultureInfo Choose(string? asked, Func<string, string?> environment)
    {
        // POSIX: LC_ALL wins over LC_MESSAGES, which wins over LANG; each looks like fr_FR.UTF-8.
        var candidates = new[] { asked, environment("LC_ALL"), environment("LC_MESSAGES"), environment("LANG"), CultureInfo.CurrentUICulture.Name };
        foreach (var candidate in candidates)
        {
            if (candidate is not { Length: >= 2 })
            {
                continue;
            }

            var language = candidate[..2].ToLowerInvariant();
            if (Available.Contains(language, StringComparer.Ordinal))
            {
                return CultureInfo.GetCultureInfo(language is "fr" ? "fr-FR" : "en-GB");
            }
        }

        return CultureInfo.GetCultureInfo("en-GB");
    }
}
