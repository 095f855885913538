namespace AlertAutomaton.Alerting.Schedules;

/// <summary>One moment of a planned alert. Its moment is its key: occurrences are told apart and ordered by it, never by when they are carried out.</summary>
/// <param name="At">The moment, in UTC.</param>
/// <param name="IsReminder">True for a reminder before the event.</param>
public readonly record struct Occurrence(DateTimeOffset At, bool IsReminder);
