namespace AlertAutomaton.Alerting.Schedules;

/// <summary>
/// Decides about the occurrences of a planned alert that are due: launch, launch late, or missed. It walks from one stored occurrence to
/// the one after it and looks at the clock only to see what is due, so that a clock that steps back repeats nothing. Pure.
/// </summary>
internal static class OccurrenceJudge
{
    /// <summary>An occurrence found within this time is on time: a clock that was set by seconds, a busy machine.</summary>
    public static readonly TimeSpan OnTime = TimeSpan.FromMinutes(2);

    private const int MostAtOnce = 500;

    /// <summary>Decides.</summary>
    /// <param name="row">The planned alert; planned or paused.</param>
    /// <param name="now">The time of day.</param>
    /// <param name="failure">What the last try in this process to launch its next occurrence failed of; null when there was none.</param>
    /// <returns>What to do. After 500 missed ones it stops; the rest is decided the next time.</returns>
    public static ScheduleStep Judge(ScheduleRow row, DateTimeOffset now, string? failure)
    {
        var missed = new List<OccurrenceRecord>();
        var next = row.Next;
        while (next is { } due && due.At <= now && missed.Count < MostAtOnce)
        {
            var following = row.Plan.NextAfter(due.At);
            var reason = WhyMissed(row, due, following, now, failure);
            if (reason == MissReason.None)
            {
                return new ScheduleStep(missed, due, following);
            }

            missed.Add(new OccurrenceRecord
            {
                Occurrence = due,
                Outcome = OccurrenceOutcome.Missed,
                Reason = reason,
                Detail = failure,
                RecordedAt = now.ToUniversalTime(),
            });
            next = following;
            failure = null;
        }

        return new ScheduleStep(missed, null, next);
    }

    private static MissReason WhyMissed(ScheduleRow row, Occurrence due, Occurrence? following, DateTimeOffset now, string? failure)
    {
        var inDoubt = row.Begun == due.At && failure is null;
        if (row.State == ScheduleState.Paused)
        {
            return inDoubt ? MissReason.Interrupted : MissReason.Paused;
        }

        var late = now - due.At;
        if (late <= OnTime)
        {
            return MissReason.None;
        }

        if (late > row.Plan.LateLaunch.Limit)
        {
            return inDoubt ? MissReason.Interrupted : failure is null ? MissReason.FoundLate : MissReason.LaunchFailed;
        }

        // Of several late ones only the last is launched: nobody is called three times when the machine comes back.
        return following?.At <= now ? inDoubt ? MissReason.Interrupted : MissReason.Overtaken : MissReason.None;
    }
}
