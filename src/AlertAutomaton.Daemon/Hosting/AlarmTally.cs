namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Whether an alarm was told: one person who has it is enough, the others are in the log.</summary>
internal static class AlarmTally
{
    /// <returns>True when at least one was told.</returns>
    public static bool Of(IReadOnlyCollection<bool> taken, string path, ILogger log)
    {
        var told = taken.Count(one => one);
        if (told < taken.Count)
        {
            HostLog.AlarmNotTaken(log, told, taken.Count, path);
        }

        return told > 0;
    }
}
