namespace AlertAutomaton.Alerting.Schedules;

/// <summary>A planned alert that failed and waits for its next try.</summary>
/// <param name="Failures">How often in a row, from 1.</param>
/// <param name="Cause">What the last one was.</param>
/// <param name="LaunchFailed">True when the launch itself is known to have failed; false when only the store did, so that the launch may have been made.</param>
/// <param name="NotBefore">Timestamp of the clock before which it is not tried again.</param>
internal sealed record ScheduleRetry(int Failures, string Cause, bool LaunchFailed, long NotBefore)
{
    /// <summary>What became of the launch, where only writing it down failed.</summary>
    public OccurrenceRecord? Unwritten { get; init; }

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait after so many failures in a row: 1, 2, 4 … 60 seconds.</summary>
    public static TimeSpan Delay(int failures) => TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures, 10) - 1)));
}
