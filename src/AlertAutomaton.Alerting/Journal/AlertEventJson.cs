using System.Text.Json.Serialization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>The generated JSON forms of events, alerts, recipients and policies: what journals and stores write.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(ContactPointJsonConverter)])]
[JsonSerializable(typeof(AlertAccepted))]
[JsonSerializable(typeof(RecipientsFrozen))]
[JsonSerializable(typeof(AttemptBegun))]
[JsonSerializable(typeof(AttemptAnswered))]
[JsonSerializable(typeof(MessageHeard))]
[JsonSerializable(typeof(KeyPressed))]
[JsonSerializable(typeof(Acknowledged))]
[JsonSerializable(typeof(AttemptEnded))]
[JsonSerializable(typeof(DeliveryReported))]
[JsonSerializable(typeof(RecipientFinished))]
[JsonSerializable(typeof(ContactPointInvalidated))]
[JsonSerializable(typeof(AlertPaused))]
[JsonSerializable(typeof(AlertResumed))]
[JsonSerializable(typeof(AlertStopped))]
[JsonSerializable(typeof(AlertExpired))]
[JsonSerializable(typeof(AlertFinished))]
[JsonSerializable(typeof(LateAcknowledged))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(Recipient))]
[JsonSerializable(typeof(DeliveryPolicy))]
public sealed partial class AlertEventJson : JsonSerializerContext;
