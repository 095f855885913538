using System.Text.Json.Serialization;

namespace AlertAutomaton.Lab.Witness;

/// <summary>Writes witness entries without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WitnessEntry))]
internal sealed partial class WitnessJsonContext : JsonSerializerContext;
