using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>Writes a number as <c>"+33…"</c>, the empty one as null.</summary>
public sealed class E164NumberJsonConverter : JsonConverter<E164Number>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override E164Number Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        return E164Number.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("A phone number is written + and 7 to 15 digits.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, E164Number value, JsonSerializerOptions options)
    {
        if (value.IsEmpty)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(value.ToString());
    }
}
