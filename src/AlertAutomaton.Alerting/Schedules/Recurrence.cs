using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>When something comes back, on the clock and calendar of a place. Pure.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Once), "once")]
[JsonDerivedType(typeof(Daily), "daily")]
[JsonDerivedType(typeof(Weekly), "weekly")]
[JsonDerivedType(typeof(MonthlyOnDay), "monthlyOnDay")]
[JsonDerivedType(typeof(MonthlyOnLastDay), "monthlyOnLastDay")]
[JsonDerivedType(typeof(MonthlyOnWeekday), "monthlyOnWeekday")]
[JsonDerivedType(typeof(ByCron), "cron")]
public abstract record Recurrence
{
    private Recurrence()
    {
    }

    /// <summary>The times of one day.</summary>
    /// <param name="date">The day on the calendar of the place.</param>
    /// <returns>The times on the clock of the place, in rising order; none on most days.</returns>
    public abstract IEnumerable<TimeOnly> TimesOn(DateOnly date);

    /// <summary>One time only.</summary>
    /// <param name="At">The local date and time; its kind is ignored.</param>
    public sealed record Once(DateTime At) : Recurrence
    {
        /// <inheritdoc/>
        public override IEnumerable<TimeOnly> TimesOn(DateOnly date) => date == DateOnly.FromDateTime(At) ? [TimeOnly.FromDateTime(At)] : [];
    }

    /// <summary>Every day.</summary>
    /// <param name="At">The local time.</param>
    public sealed record Daily(TimeOnly At) : Recurrence
    {
        /// <inheritdoc/>
        public override IEnumerable<TimeOnly> TimesOn(DateOnly date) => [At];
    }

    /// <summary>On some days of every week.</summary>
    /// <param name="At">The local time.</param>
    /// <param name="Days">The days; at least one.</param>
    public sealed record Weekly(TimeOnly At, IReadOnlyList<DayOfWeek> Days) : Recurrence
    {
        /// <inheritdoc/>
        public override IEnumerable<TimeOnly> TimesOn(DateOnly date) => Days.Contains(date.DayOfWeek) ? [At] : [];
    }

    /// <summary>On one day of every month; a month without that day is left out (RFC 5545 §3.3.10, BYMONTHDAY).</summary>
    /// <param name="At">The local time.</param>
    /// <param name="Day">1 to 31.</param>
    public sealed record MonthlyOnDay(TimeOnly At, int Day) : Recurrence
    {
        /// <inheritdoc/>
        public override IEnumerable<TimeOnly> TimesOn(DateOnly date) => date.Day == Day ? [At] : [];
    }

    /// <summary>On the last day of every month.</summary>
    /// <param name="At">The local time.</param>
    public sealed record MonthlyOnLastDay(TimeOnly At) : Recurrence
    {
        /// <inheritdoc/>
        public override IEnumerable<TimeOnly> TimesOn(DateOnly date) => date.Day == DateTime.DaysInMonth(date.Year, date.Month) ? [At] : [];
    }

    /// <summary>On the nth or the last of one day of the week in every month; a month without a fifth one is left out.</summary>
    /// <param name="At">The local time.</param>
    /// <param name="Week">1 to 5, or −1 for the last.</param>
    /// <param name="Day">The day of the week.</param>
    public sealed record MonthlyOnWeekday(TimeOnly At, int Week, DayOfWeek Day) : Recurrence
    {
        /// <inheritdoc/>
        public override IEnumerable<TimeOnly> TimesOn(DateOnly date)
        {
            var isIt = Week > 0 ? (date.Day - 1) / 7 == Week - 1 : date.Day + 7 > DateTime.DaysInMonth(date.Year, date.Month);
            return date.DayOfWeek == Day && isIt ? [At] : [];
        }
    }

    /// <summary>When a cron expression says.</summary>
    /// <param name="Expression">The expression.</param>
    public sealed record ByCron(CronExpression Expression) : Recurrence
    {
        /// <inheritdoc/>
        public override IEnumerable<TimeOnly> TimesOn(DateOnly date) => Expression.TimesOn(date);
    }
}
