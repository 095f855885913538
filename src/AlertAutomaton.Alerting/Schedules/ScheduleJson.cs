using System.Text.Json.Serialization;
using AlertAutomaton.Alerting.Journal;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>The generated JSON forms of planned alerts: what stores write.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(ContactPointJsonConverter)])]
[JsonSerializable(typeof(PlannedLaunch))]
[JsonSerializable(typeof(SchedulePlan))]
public sealed partial class ScheduleJson : JsonSerializerContext;
