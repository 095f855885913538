namespace AlertAutomaton.Alerting.Duty;

/// <summary>How the duty chain phones.</summary>
public sealed record DutyOptions
{
    /// <summary>The pause after the list was phoned to its end the first time; doubled every time. 10 s to 1 h.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause: the chain never falls silent for longer. From <see cref="FirstPause"/> to 6 h.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The most calls in any hour, for all matters together, 2 to 1,000. What can wait for the day takes half of them at most.</summary>
    public int MostCallsPerHour { get; init; } = 40;

    /// <summary>The most matters that stand at once, 1 to 1,000; more are refused, and that is logged.</summary>
    public int MostMatters { get; init; } = 100;

    /// <summary>When the day begins, by the clocks of the roster's zone.</summary>
    public TimeOnly DayBegins { get; init; } = new(7, 0);

    /// <summary>When it ends; later than it begins.</summary>
    public TimeOnly DayEnds { get; init; } = new(21, 0);

    /// <summary>How long a taken matter that nobody resolves keeps others with its key away, 1 h to 30 days.</summary>
    public TimeSpan RememberTaken { get; init; } = TimeSpan.FromDays(1);
}
