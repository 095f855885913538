using System.Globalization;
using System.Resources;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Links;

/// <summary>What residents read on the pages of links, one resource file per language.</summary>
internal sealed class LinkWords(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new("AlertAutomaton.Daemon.Resources.Links", typeof(LinkWords).Assembly);

    public CultureInfo Culture { get; } = culture;

    /// <exception cref="KeyNotFoundException">No resource file has the key: a fault in the program.</exception>
    public string this[string key] => Resources.GetString(key, Culture) ?? throw new KeyNotFoundException($"There are no words '{key}' for links.");

    /// <summary>The words in the first of these languages that has any.</summary>
    /// <param name="preferred">Languages (BCP 47), the most wanted first.</param>
    public static LinkWords InFirstOf(IEnumerable<string> preferred) => new(CultureOf(preferred.FirstOrDefault(Has) ?? ""));

    /// <summary>The culture of a language, or English.</summary>
    public static CultureInfo CultureOf(string language) => OperatorLanguage.Choose(Has(language) ? language : "en", _ => null);

    private static bool Has(string language) =>
        language.Length >= 2 && (language.Length == 2 || language[2] is '-' or '_')
        && OperatorLanguage.Available.Contains(language[..2], StringComparer.OrdinalIgnoreCase);
}
