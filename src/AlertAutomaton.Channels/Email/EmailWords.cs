using System.Globalization;
using System.Resources;

namespace AlertAutomaton.Channels.Email;

/// <summary>The product's own words in a mail. A language is a resource file; English is the one that others fall back to.</summary>
internal sealed class EmailWords
{
    private static readonly ResourceManager Resources = new("AlertAutomaton.Channels.Resources.Email", typeof(EmailWords).Assembly);

    private EmailWords(CultureInfo culture)
    {
        Culture = culture;
    }

    /// <summary>The culture whose words, dates and times are used.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The word of that key.</summary>
    /// <exception cref="KeyNotFoundException">No resource file has the key: a fault in the program.</exception>
    public string this[string key] => Resources.GetString(key, Culture) ?? throw new KeyNotFoundException($"There is no mail text '{key}'.");

    /// <summary>The words of a language, English where it has none.</summary>
    public static EmailWords For(string language) =>
        new(CultureInfo.GetCultureInfo(language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] is '-' or '_') ? "fr-FR" : "en-GB"));

    /// <summary>The word of that key with its places filled.</summary>
    public string Format(string key, params ReadOnlySpan<object?> arguments) => string.Format(Culture, this[key], arguments.ToArray());
}
