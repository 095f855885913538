namespace AlertAutomaton.Alerting.Operators;

/// <summary>How guesses are slowed down.</summary>
public sealed record PinGuardOptions
{
    /// <summary>Tries in one call, 1 to 5.</summary>
    public int TriesPerCall { get; init; } = 3;

    /// <summary>Failures in a row after which an operator number is locked for one kind of line, 3 to 10. After a lock each further failure locks again.</summary>
    public int FailuresToLock { get; init; } = 5;

    /// <summary>The first lock; each further one is twice as long.</summary>
    public TimeSpan FirstLock { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest lock.</summary>
    public TimeSpan LongestLock { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Without a failure for this long, the count begins anew.</summary>
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Failures of all operator numbers within an hour, per kind of line, after which that kind lets nobody in for the rest of it.</summary>
    public int FailuresPerHour { get; init; } = 60;

    /// <summary>The wait before the answer to the first failure; each further one doubles it.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(8);
}
