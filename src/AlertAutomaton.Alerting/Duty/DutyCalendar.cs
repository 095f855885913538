using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>A roster laid out in time: who is on duty from when to when. Pure.</summary>
public static class DutyCalendar
{
    /// <summary>The longest time that is laid out.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>Lays a roster out.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The end; at most <see cref="Longest"/> after <paramref name="from"/>.</param>
    /// <returns>Spans without gaps between the two, each with the list that is phoned in it; neighbours differ.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the first moment, or too far after it.</exception>
    public static IReadOnlyList<DutySpan> Of(DutyRoster roster, DateTimeOffset from, DateTimeOffset until)
    {
        if (until < from || until - from > Longest)
        {
            throw new ArgumentOutOfRangeException(nameof(until));
        }

        var spans = new List<DutySpan>();
        IReadOnlyList<OperatorId> list = roster.OnDutyAt(from);
        DateTimeOffset since = from;
        foreach (DateTimeOffset change in Changes(roster, from, until))
        {
            IReadOnlyList<OperatorId> next = roster.OnDutyAt(change);
            if (!next.SequenceEqual(list))
            {
                spans.Add(new DutySpan(since, change, list));
                (list, since) = (next, change);
            }
        }

        spans.Add(new DutySpan(since, until, list));
        return spans;
    }

    /// <summary>Every moment at which a list could change; more than that does no harm.</summary>
    private static IEnumerable<DateTimeOffset> Changes(DutyRoster roster, DateTimeOffset from, DateTimeOffset until)
    {
        DateTime first = TimeZoneInfo.ConvertTime(from, roster.Zone).Date.AddDays(-1);
        DateTime last = TimeZoneInfo.ConvertTime(until, roster.Zone).Date.AddDays(1);
        TimeSpan[] times =
        [
            roster.HandOver - TimeSpan.FromDays(Math.Floor(roster.HandOver.TotalDays)),
            .. roster.Blocks.SelectMany(block => new[] { block.FromTime.ToTimeSpan(), block.UntilTime.ToTimeSpan() }),
        ];
        IEnumerable<DateTime> regular =
            from day in Enumerable.Range(0, (last - first).Days + 1)
            from time in times.Distinct()
            select first.AddDays(day) + time;
        IEnumerable<DateTime> exceptional = roster.Exceptions.SelectMany(exception => new[] { exception.From, exception.Until });
        return regular.Concat(exceptional).Select(wall => LocalMoment.At(wall, roster.Zone)).Where(moment => moment > from && moment < until).Distinct().Order();
    }
}
