using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>
/// The moments of something planned. They are written on the clock of a place and never lost or doubled by a clock change: what falls
/// into a skipped hour comes once at the first moment after the gap, what falls into an hour that comes twice comes in its first passing.
/// Pure.
/// </summary>
public sealed record Schedule
{
    /// <summary>The greatest <see cref="Count"/>.</summary>
    public const int MaximumCount = 1000;

    // 29 February is 8 years apart around 2100; the rest is for dates left out.
    private const int DaysToLookAhead = 20 * 366;
    private const int LastYear = 9990;

    /// <summary>When it comes back.</summary>
    public required Recurrence Recurrence { get; init; }

    /// <summary>The zone of its clock (IANA name), known on this machine.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The first local date; null for no limit.</summary>
    public DateOnly? FirstDate { get; init; }

    /// <summary>The last local date; null for no limit.</summary>
    public DateOnly? LastDate { get; init; }

    /// <summary>How often in all, counted from <see cref="Since"/>, 1 to <see cref="MaximumCount"/>; null for no limit. Dates left out do not count.</summary>
    public int? Count { get; init; }

    /// <summary>Local dates on which it does not come.</summary>
    public IReadOnlyList<DateOnly> LeftOut { get; init; } = [];

    /// <summary>The moment of planning: nothing at or before it ever was.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The first moment after the given one.</summary>
    /// <param name="moment">A moment, which is itself excluded.</param>
    /// <returns>The next moment in UTC; null when there is none, or none within 20 years.</returns>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know the zone.</exception>
    public DateTimeOffset? NextAfter(DateTimeOffset moment)
    {
        if (Count is not { } count)
        {
            return First(MomentsAfter(moment > Since ? moment : Since));
        }

        return First(MomentsAfter(Since).Take(count).SkipWhile(one => one <= moment));
    }

    // A moment that two times share, because both fell into one gap, comes once: only what is later than the last one is given.
    private IEnumerable<DateTimeOffset> MomentsAfter(DateTimeOffset moment)
    {
        var last = moment;
        if (moment.Year >= LastYear)
        {
            yield break;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        date = FirstDate > date ? FirstDate.Value : date;
        for (var empty = 0; empty < DaysToLookAhead && date.Year < LastYear && !(date > LastDate); empty++, date = date.AddDays(1))
        {
            if (LeftOut.Contains(date))
            {
                continue;
            }

            foreach (var time in Recurrence.TimesOn(date))
            {
                var next = LocalMoment.At(date.ToDateTime(time), zone);
                if (next > last)
                {
                    last = next;
                    empty = 0;
                    yield return next;
                }
            }
        }
    }

    private static DateTimeOffset? First(IEnumerable<DateTimeOffset> moments)
    {
        foreach (var moment in moments)
        {
            return moment;
        }

        return null;
    }
}
