namespace AlertAutomaton.Daemon.Desk.Usage;

/// <summary>Log messages of counters and limits.</summary>
internal static partial class UsageLog
{
    [LoggerMessage(9300, LogLevel.Warning, "A vital real alert goes over a limit and is launched all the same: {Limits}")]
    public static partial void LimitOverridden(ILogger log, string limits);

    [LoggerMessage(9301, LogLevel.Warning, "A launch was refused, because it would go over a limit: {Limits}")]
    public static partial void LaunchRefused(ILogger log, string limits);

    [LoggerMessage(9302, LogLevel.Warning, "The limits could not be judged, the launch goes on: {Cause}")]
    public static partial void NotJudged(ILogger log, string cause);
}
