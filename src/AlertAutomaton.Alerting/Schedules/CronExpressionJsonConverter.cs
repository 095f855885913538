using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>Writes a cron expression as its text.</summary>
public sealed class CronExpressionJsonConverter : JsonConverter<CronExpression>
{
    /// <inheritdoc/>
    public override CronExpression Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CronExpression.TryParse(reader.GetString(), out var expression, out var fault)
            ? expression!
            : throw new JsonException($"A stored cron expression cannot be read: {fault!.Kind} at {fault.Position}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CronExpression value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
