namespace AlertAutomaton.Alerting.Duty;

/// <summary>Checks the options of duty chain and test calls at start; every problem at once.</summary>
public static class DutyOptionsReader
{
    /// <summary>What is wrong with the options of the duty chain.</summary>
    /// <param name="options">The options.</param>
    /// <returns>One line each; empty when all is well.</returns>
    public static IReadOnlyList<string> Problems(DutyOptions options)
    {
        var problems = new List<string>();
        Within(problems, "FirstPause in s", options.FirstPause.TotalSeconds, 10, 3600);
        Within(problems, "LongestPause in s", options.LongestPause.TotalSeconds, options.FirstPause.TotalSeconds, 6 * 3600);
        Within(problems, "MostCallsPerHour", options.MostCallsPerHour, 2, 1000);
        Within(problems, "MostMatters", options.MostMatters, 1, 1000);
        Within(problems, "RememberTaken in h", options.RememberTaken.TotalHours, 1, 30 * 24);
        if (options.DayEnds <= options.DayBegins)
        {
            problems.Add($"DayEnds: {options.DayEnds:HH:mm} is not after DayBegins, {options.DayBegins:HH:mm}.");
        }

        return problems;
    }

    /// <summary>What is wrong with the options of the test calls.</summary>
    /// <param name="options">The options.</param>
    /// <returns>One line each; empty when all is well.</returns>
    public static IReadOnlyList<string> Problems(HeartbeatOptions options)
    {
        var problems = new List<string>();
        Within(problems, "Interval in min", options.Interval.TotalMinutes, 5, 24 * 60);
        Within(problems, "RetryAfter in s", options.RetryAfter.TotalSeconds, 5, options.Interval.TotalSeconds);
        Within(problems, "FailuresToAlarm", options.FailuresToAlarm, 1, 10);
        Within(problems, "LateAfter in min", options.LateAfter.TotalMinutes, options.Interval.TotalMinutes + 1, 7 * 24 * 60);
        Within(problems, "LongestSkipping in min", options.LongestSkipping.TotalMinutes, options.LateAfter.TotalMinutes, 7 * 24 * 60);
        Within(problems, "ListenFor in s", options.ListenFor.TotalSeconds, 5, 60);
        Within(problems, "FirstAfter in min", options.FirstAfter.TotalMinutes, 0, 10);
        return problems;
    }

    /// <summary>What is wrong with a roster.</summary>
    /// <param name="roster">The roster.</param>
    /// <returns>One line each; empty when all is well.</returns>
    public static IReadOnlyList<string> Problems(DutyRoster roster)
    {
        var problems = new List<string>();
        Within(problems, "HandOver in h", roster.HandOver.TotalHours, 0, 7 * 24);
        foreach (DutyWeek week in roster.Weeks)
        {
            Within(problems, "IsoYear", week.IsoYear, 2000, 2999);
            if (week.IsoYear is >= 2000 and <= 2999)
            {
                Within(problems, $"IsoWeek of {week.IsoYear}", week.IsoWeek, 1, System.Globalization.ISOWeek.GetWeeksInYear(week.IsoYear));
            }
        }

        foreach (var twice in roster.Weeks.GroupBy(week => (week.IsoYear, week.IsoWeek)).Where(group => group.Count() > 1))
        {
            problems.Add($"Weeks: week {twice.Key.IsoWeek} of {twice.Key.IsoYear} is there twice.");
        }

        foreach (DutyException exception in roster.Exceptions.Where(exception => exception.Until <= exception.From || (exception.Operators.Count == 0 && exception.Absent is null)))
        {
            problems.Add($"Exceptions: the one from {exception.From:yyyy-MM-dd HH:mm} ends before it begins, or changes nobody.");
        }

        return problems;
    }

    private static void Within(List<string> problems, string name, double value, double least, double most)
    {
        if (value < least || value > most)
        {
            problems.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}: {value} is not within {least} to {most}."));
        }
    }
}
