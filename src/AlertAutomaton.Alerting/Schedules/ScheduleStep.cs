namespace AlertAutomaton.Alerting.Schedules;

/// <summary>What is to be done about a planned alert whose moment has come.</summary>
/// <param name="Missed">Occurrences that are behind it and are not launched, in their order.</param>
/// <param name="Launch">The occurrence to launch after that; null when none is due.</param>
/// <param name="Next">The occurrence after <paramref name="Missed"/> where nothing is launched, else the one after <paramref name="Launch"/>; null when there is none.</param>
internal sealed record ScheduleStep(IReadOnlyList<OccurrenceRecord> Missed, Occurrence? Launch, Occurrence? Next);
