using System.Globalization;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>
/// Who is on duty when. The list of a moment is: the blocks that hold, in their order, then the week, then the reserve; an exception puts
/// another list in place of blocks and week, or one person in place of another. Nobody stands in it twice. Pure.
/// </summary>
/// <remarks>
/// Times are those of the clocks on the wall: a hand-over in an hour that a clock change skips is at the first moment after the gap, and one in
/// an hour that comes twice is at its first passing and does not go back.
/// </remarks>
public sealed record DutyRoster
{
    private const int DaysOfWeek = 7;

    /// <summary>Nobody is on duty.</summary>
    public static DutyRoster Empty { get; } = new();

    /// <summary>The zone of the clocks on the wall.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How long after Monday at midnight the weeks of <see cref="Weeks"/> begin, 0 to 7 days: 8 hours for a hand-over on Monday at eight.</summary>
    public TimeSpan HandOver { get; init; }

    /// <summary>The weeks.</summary>
    public IReadOnlyList<DutyWeek> Weeks { get; init; } = [];

    /// <summary>What is the same every week.</summary>
    public IReadOnlyList<DutyBlock> Blocks { get; init; } = [];

    /// <summary>Other people for a time.</summary>
    public IReadOnlyList<DutyException> Exceptions { get; init; } = [];

    /// <summary>Who is phoned last, always.</summary>
    public IReadOnlyList<OperatorId> Reserve { get; init; } = [];

    /// <summary>Who is on duty at a moment, in the order in which they are phoned.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>Each once; empty when nobody is.</returns>
    public IReadOnlyList<OperatorId> OnDutyAt(DateTimeOffset moment)
    {
        DutyException[] now = [.. Exceptions.Where(exception => Holds(exception.From, exception.Until, moment))];
        IEnumerable<OperatorId> usual = now.LastOrDefault(exception => exception.Operators.Count > 0)?.Operators
            ?? Blocks.Where(block => Holds(block, moment)).SelectMany(block => block.Operators).Concat(WeekAt(moment));
        return [.. usual.Concat(Reserve).SelectMany(who => StandInsFor(who, now)).Distinct()];
    }

    private static IEnumerable<OperatorId> StandInsFor(OperatorId who, DutyException[] now)
    {
        OperatorId present = who;
        OperatorId? first = null;
        for (int step = 0; step <= now.Length; step++)
        {
            if (now.LastOrDefault(exception => exception.Absent == present) is not { } away)
            {
                return [present];
            }

            if (away.StandIn is not { } other)
            {
                return [];
            }

            first ??= other;
            present = other;
        }

        // They stand in for one another: two people changed places.
        return first is { } changed ? [changed] : [];
    }

    private IEnumerable<OperatorId> WeekAt(DateTimeOffset moment) => Weeks.Where(week => Holds(week, moment)).SelectMany(week => week.Operators);

    private bool Holds(DutyWeek week, DateTimeOffset moment)
    {
        DateTime monday = ISOWeek.ToDateTime(week.IsoYear, week.IsoWeek, DayOfWeek.Monday) + HandOver;
        return Holds(monday, monday.AddDays(DaysOfWeek), moment);
    }

    private bool Holds(DutyBlock block, DateTimeOffset moment)
    {
        int days = (block.UntilDay - block.FromDay + DaysOfWeek) % DaysOfWeek;
        TimeSpan length = TimeSpan.FromDays(days) + (block.UntilTime.ToTimeSpan() - block.FromTime.ToTimeSpan());
        if (length <= TimeSpan.Zero)
        {
            length += TimeSpan.FromDays(DaysOfWeek);
        }

        // One day ahead, because a moment in an hour that comes twice may lie after a midnight that the clocks show again.
        DateTime today = TimeZoneInfo.ConvertTime(moment, Zone).Date;
        for (int back = -1; back <= DaysOfWeek; back++)
        {
            DateTime day = today.AddDays(-back);
            DateTime from = day + block.FromTime.ToTimeSpan();
            if (day.DayOfWeek == block.FromDay && Holds(from, from + length, moment))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(DateTime from, DateTime until, DateTimeOffset moment) => LocalMoment.At(from, Zone) <= moment && moment < LocalMoment.At(until, Zone);
}
