using AlertAutomaton.Alerting.Identifiers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>The log messages of planned alerts, 5100-5149.</summary>
internal static partial class ScheduleLog
{
    [LoggerMessage(5100, LogLevel.Information, "Planned alert {Schedule}: its occurrence of {Occurrence:u} launched alert {Alert}")]
    public static partial void Launched(this ILogger logger, ScheduledAlertId schedule, DateTimeOffset occurrence, AlertId alert);

    [LoggerMessage(5101, LogLevel.Warning, "Planned alert {Schedule}: its occurrence of {Occurrence:u} was missed, {Reason}")]
    public static partial void Missed(this ILogger logger, ScheduledAlertId schedule, DateTimeOffset occurrence, MissReason reason);

    [LoggerMessage(5102, LogLevel.Error, "Planned alert {Schedule}: the order of its occurrence of {Occurrence:u} was refused: {Faults}")]
    public static partial void Refused(this ILogger logger, ScheduledAlertId schedule, DateTimeOffset occurrence, string faults);

    [LoggerMessage(5103, LogLevel.Error, "Planned alert {Schedule}: its occurrence of {Occurrence:u} failed and is tried again in {Seconds} s: {Cause}")]
    public static partial void Failed(this ILogger logger, ScheduledAlertId schedule, DateTimeOffset occurrence, double seconds, string cause);

    [LoggerMessage(5104, LogLevel.Error, "The store of planned alerts cannot be read, it is tried again in {Seconds} s: {Cause}")]
    public static partial void StoreFailed(this ILogger logger, double seconds, string cause);

    [LoggerMessage(5105, LogLevel.Information, "Planned alert {Schedule} is over: nothing is left to launch")]
    public static partial void Over(this ILogger logger, ScheduledAlertId schedule);

    [LoggerMessage(5106, LogLevel.Information, "Planned alert {Schedule}: the launch of its occurrence of {Occurrence:u} begins, {LateSeconds} s after its moment")]
    public static partial void Begins(this ILogger logger, ScheduledAlertId schedule, DateTimeOffset occurrence, double lateSeconds);

    [LoggerMessage(5107, LogLevel.Information, "Planned alert {Schedule}: paused or cancelled before its occurrence of {Occurrence:u} was launched")]
    public static partial void Withdrawn(this ILogger logger, ScheduledAlertId schedule, DateTimeOffset occurrence);

    [LoggerMessage(5108, LogLevel.Critical, "The runner of planned alerts met a fault of its own; it goes on in {Seconds} s")]
    public static partial void RunnerFault(this ILogger logger, Exception fault, double seconds);
}
