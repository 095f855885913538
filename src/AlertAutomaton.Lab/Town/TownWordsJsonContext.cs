using System.Text.Json.Serialization;

namespace AlertAutomaton.Lab.Town;

/// <summary>Reads town.json without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TownWords))]
internal sealed partial class TownWordsJsonContext : JsonSerializerContext;
