namespace AlertAutomaton.Contracts.Schedules;

/// <summary>A moment at which a planned alert will be launched.</summary>
/// <param name="At">The moment, with the offset that the clocks of the schedule's zone have then.</param>
/// <param name="Reminder">True for a reminder before the event.</param>
public sealed record UpcomingOccurrence(DateTimeOffset At, bool Reminder);
