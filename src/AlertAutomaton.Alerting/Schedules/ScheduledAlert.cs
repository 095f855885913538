using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>An alert that is launched later, once or again and again: what was planned, which never changes.</summary>
public sealed record ScheduledAlert
{
    /// <summary>Names it.</summary>
    public required ScheduledAlertId Id { get; init; }

    /// <summary>Who warns.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>What is launched.</summary>
    public required PlannedLaunch Launch { get; init; }

    /// <summary>When.</summary>
    public required SchedulePlan Plan { get; init; }

    /// <summary>Who planned it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was planned (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The idempotency key of the alert that one occurrence launches: the same before and after any crash.</summary>
    /// <param name="id">The planned alert.</param>
    /// <param name="occurrence">The occurrence.</param>
    /// <returns><c>schedule:{id}:{UTC ticks}</c>.</returns>
    public static string LaunchKey(ScheduledAlertId id, Occurrence occurrence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"schedule:{id}:{occurrence.At.UtcTicks}");
}
