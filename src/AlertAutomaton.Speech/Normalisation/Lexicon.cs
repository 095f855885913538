using System.Text.Json;

namespace AlertAutomaton.Speech.Normalisation;

/// <summary>The words that a language's rules put in place of abbreviations, units and signs; a JSON file per language.</summary>
internal sealed record Lexicon
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>January to December.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Abbreviation without its point, and the month's number.</summary>
    public required IReadOnlyDictionary<string, int> MonthAbbreviations { get; init; }

    /// <summary>Monday to Sunday.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    /// <summary>Abbreviation without its point, and the day.</summary>
    public required IReadOnlyDictionary<string, string> WeekdayAbbreviations { get; init; }

    /// <summary>Unit after a number: how one is called, and several.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Units { get; init; }

    /// <summary>Abbreviations that are such only before a capital: titles, saints.</summary>
    public required IReadOnlyDictionary<string, string> BeforeCapital { get; init; }

    /// <summary>Abbreviations anywhere, by their exact letters.</summary>
    public required IReadOnlyDictionary<string, string> Abbreviations { get; init; }

    /// <summary>Words in capitals that are spelled although they could be read.</summary>
    public required IReadOnlyList<string> Spelled { get; init; }

    /// <summary>What signs are called.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>Words after which <c>*</c> and <c>#</c> are keys of the telephone.</summary>
    public required IReadOnlyList<string> KeyWords { get; init; }

    /// <summary>Reads the lexicon built into this program.</summary>
    public static Lexicon Load(string language)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Lexicon.{language}.json")
            ?? throw new InvalidOperationException($"The lexicon of '{language}' is not built in.");
        return JsonSerializer.Deserialize<Lexicon>(stream, _json)!;
    }
}
