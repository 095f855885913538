using System.Text.Json.Serialization;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>The generated JSON forms of prepared alerts and of whom they warn: what stores write.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(ContactPointJsonConverter)])]
[JsonSerializable(typeof(Scenario))]
[JsonSerializable(typeof(DraftContent))]
[JsonSerializable(typeof(DutyLaunch))]
[JsonSerializable(typeof(IReadOnlyList<Contact>))]
public sealed partial class ScenarioJson : JsonSerializerContext;
