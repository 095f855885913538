using AlertAutomaton.Alerting.Identifiers;

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

    [LoggerMessage(9303, LogLevel.Warning, "Alert {Alert} is paused by the limits and goes on by itself when the hour has room again: {Reason}")]
    public static partial void PausedByLimit(ILogger log, AlertId alert, string reason);

    [LoggerMessage(9304, LogLevel.Information, "Alert {Alert} goes on: the hour has room again")]
    public static partial void ResumedByLimit(ILogger log, AlertId alert);

    [LoggerMessage(9305, LogLevel.Warning, "The calls of the last hour could not be read: {Cause}")]
    public static partial void HourNotRead(ILogger log, string cause);
}
