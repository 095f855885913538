using AlertAutomaton.Contracts.Schedules;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>The answer to pause, resume and cancel.</summary>
internal abstract record ScheduleChangeOutcome
{
    private ScheduleChangeOutcome()
    {
    }

    /// <summary>Done and on disk; the planned alert as it is now.</summary>
    public sealed record Done(ScheduledAlertResource Alert) : ScheduleChangeOutcome;

    /// <summary>There is no such planned alert.</summary>
    public sealed record Unknown : ScheduleChangeOutcome;

    /// <summary>It is in a state in which this makes no sense.</summary>
    public sealed record NotPossible(ScheduledAlertResource Alert) : ScheduleChangeOutcome;

    /// <summary>The store cannot write it down now; nothing has changed.</summary>
    public sealed record Unavailable(string Reason) : ScheduleChangeOutcome;
}
