namespace AlertAutomaton.Contracts.Schedules;

/// <summary>Answer to an order to plan: it is on disk.</summary>
public sealed record PlanAlertResponse
{
    /// <summary>Identifier of the planned alert; the same for every repetition of the same order.</summary>
    public required Guid Id { get; init; }

    /// <summary>True when this idempotency key had been accepted before, so nothing new was planned.</summary>
    public required bool AlreadyAccepted { get; init; }

    /// <summary>Number of recipients.</summary>
    public required int Recipients { get; init; }

    /// <summary>The next moments, at most five.</summary>
    public required IReadOnlyList<UpcomingOccurrence> Upcoming { get; init; }
}
