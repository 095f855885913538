namespace AlertAutomaton.Alerting.Schedules;

/// <summary>When an alert is launched: its schedule, and the reminders before its event. Pure.</summary>
public sealed record SchedulePlan
{
    /// <summary>The most reminders.</summary>
    public const int MaximumReminders = 10;

    /// <summary>When it is launched.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>When the event is that it is about; null when there is none.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>How long before <see cref="EventAt"/> it is launched once more as a reminder; empty where there is no event.</summary>
    public IReadOnlyList<TimeSpan> RemindBefore { get; init; } = [];

    /// <summary>What becomes of a missed occurrence.</summary>
    public LateLaunch LateLaunch { get; init; }

    /// <summary>The first occurrence after a moment. Where a reminder falls on a moment of the schedule there is one occurrence, no reminder.</summary>
    /// <param name="moment">A moment, which is itself excluded.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know the zone of the schedule.</exception>
    public Occurrence? NextAfter(DateTimeOffset moment)
    {
        var from = moment > Schedule.Since ? moment : Schedule.Since;
        Occurrence? next = Schedule.NextAfter(from) is { } planned ? new Occurrence(planned, IsReminder: false) : null;
        foreach (var before in EventAt is null ? [] : RemindBefore)
        {
            var reminder = EventAt.GetValueOrDefault().ToUniversalTime() - before;
            if (reminder > from && (next is null || reminder < next.Value.At))
            {
                next = new Occurrence(reminder, IsReminder: true);
            }
        }

        return next;
    }
}
