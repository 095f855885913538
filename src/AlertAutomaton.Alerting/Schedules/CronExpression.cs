using System.Numerics;
using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>
/// A cron expression of five fields: minute, hour, day of the month, month, day of the week (POSIX crontab, with the steps and names of
/// Vixie cron). Where both days are restricted, either is enough; a day field that begins with <c>*</c> does not restrict in this sense.
/// </summary>
[JsonConverter(typeof(CronExpressionJsonConverter))]
public sealed record CronExpression
{
    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _days;
    private readonly ulong _months;
    private readonly ulong _weekdays;
    private readonly bool _eitherDay;

    private CronExpression(string text, ReadOnlySpan<ulong> sets, bool eitherDay)
    {
        Text = text;
        _minutes = sets[0];
        _hours = sets[1];
        _days = sets[2];
        _months = sets[3];
        _weekdays = sets[4];
        _eitherDay = eitherDay;
    }

    /// <summary>The expression as it was written, 9 to <see cref="CronFieldReader.LongestText"/> characters.</summary>
    public string Text { get; }

    /// <summary>Reads an expression. Any input is allowed.</summary>
    /// <param name="text">Five fields, apart by blanks.</param>
    /// <param name="expression">The expression; null when there is a fault.</param>
    /// <param name="fault">What is wrong and where; null when nothing is.</param>
    /// <returns>True when it could be read.</returns>
    public static bool TryParse(string? text, out CronExpression? expression, out CronFault? fault)
    {
        expression = null;
        Span<ulong> sets = stackalloc ulong[5];
        fault = CronFieldReader.Read(text ?? string.Empty, sets, out var eitherDay);
        if (fault is not null)
        {
            return false;
        }

        var read = new CronExpression(text!.Trim(), sets, eitherDay);
        if (!read.ComesEver())
        {
            fault = new CronFault(CronFaultKind.NeverComes, CronField.DayOfMonth, 1, read.Text);
            return false;
        }

        expression = read;
        return true;
    }

    /// <summary>The times of one day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The times, in rising order.</returns>
    public IEnumerable<TimeOnly> TimesOn(DateOnly date)
    {
        if (!IsOn(date))
        {
            yield break;
        }

        for (var hours = _hours; hours != 0; hours &= hours - 1)
        {
            for (var minutes = _minutes; minutes != 0; minutes &= minutes - 1)
            {
                yield return new TimeOnly(BitOperations.TrailingZeroCount(hours), BitOperations.TrailingZeroCount(minutes));
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool IsOn(DateOnly date)
    {
        if (!Has(_months, date.Month))
        {
            return false;
        }

        var day = Has(_days, date.Day);
        var weekday = Has(_weekdays, (int)date.DayOfWeek);
        return _eitherDay ? day || weekday : day && weekday;
    }

    // Within 28 years every date has met every day of the week.
    private bool ComesEver()
    {
        var date = new DateOnly(2024, 1, 1);
        for (var day = 0; day < 28 * 366; day++)
        {
            if (IsOn(date.AddDays(day)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ulong set, int value) => (set >> value & 1) != 0;
}
