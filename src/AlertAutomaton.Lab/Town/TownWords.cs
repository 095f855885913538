using System.Text.Json;

namespace AlertAutomaton.Lab.Town;

/// <summary>The invented names of the lab's town, read from the embedded town.json.</summary>
internal sealed record TownWords(
    IReadOnlyList<string> GivenNames, IReadOnlyList<string> FamilyNames, IReadOnlyList<string> Streets, IReadOnlyList<string> Groups)
{
    /// <summary>The words as shipped.</summary>
    public static TownWords Shipped { get; } = Load();

    private static TownWords Load()
    {
        using Stream stream = typeof(TownWords).Assembly.GetManifestResourceStream("AlertAutomaton.Lab.Town.town.json")
            ?? throw new InvalidOperationException("town.json is missing from the assembly.");
        return JsonSerializer.Deserialize(stream, TownWordsJsonContext.Default.TownWords)
            ?? throw new InvalidOperationException("town.json is empty.");
    }
}
