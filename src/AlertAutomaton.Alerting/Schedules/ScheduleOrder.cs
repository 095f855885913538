namespace AlertAutomaton.Alerting.Schedules;

/// <summary>What a store takes in one transaction: the planned alert, and the key that makes a repeat harmless.</summary>
/// <param name="Alert">The planned alert.</param>
/// <param name="First">Its first occurrence.</param>
/// <param name="IdempotencyKey">Chosen by whoever plans, unique per organisation, 1 to 200 characters.</param>
/// <param name="Fingerprint">Of what is planned, see <see cref="PlanFingerprint"/>: the same key with another one is a conflict.</param>
public sealed record ScheduleOrder(ScheduledAlert Alert, Occurrence First, string IdempotencyKey, string Fingerprint);
