using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>The log messages of the duty chain, the test calls and the alarms, 11100-11149.</summary>
internal static partial class DutyLog
{
    [LoggerMessage(11100, LogLevel.Information, "Duty matter {Matter}: operator {Operator} is phoned")]
    public static partial void Phones(ILogger log, DutyMatterId matter, OperatorId @operator);

    [LoggerMessage(11101, LogLevel.Information, "Duty matter {Matter}: the call to operator {Operator} ended, {Result}")]
    public static partial void CallEnded(ILogger log, DutyMatterId matter, OperatorId @operator, DutyCallResult result);

    [LoggerMessage(11102, LogLevel.Error, "Duty matter {Matter} ({Key}) has nobody yet: {Why}, round {Round}, the next call in {Seconds} s")]
    public static partial void Escalated(ILogger log, DutyMatterId matter, string key, DutyEscalation why, int round, double seconds);

    [LoggerMessage(11103, LogLevel.Information, "Duty matter {Matter} ({Key}) is with operator {Operator}: {How}")]
    public static partial void Taken(ILogger log, DutyMatterId matter, string key, OperatorId @operator, DutyCallResult how);

    [LoggerMessage(11104, LogLevel.Information, "Duty matter {Matter} ({Key}) is over: {Why}")]
    public static partial void Over(ILogger log, DutyMatterId matter, string key, string why);

    [LoggerMessage(11105, LogLevel.Error, "Duty matter {Key} was refused: too many stand already, or its key is unusable")]
    public static partial void Refused(ILogger log, string key);

    [LoggerMessage(11106, LogLevel.Error, "Duty matter {Matter} could not be written and goes on in memory")]
    public static partial void NotWritten(ILogger log, Exception error, DutyMatterId matter);

    [LoggerMessage(11107, LogLevel.Error, "A call for duty matter {Matter} failed")]
    public static partial void CallFailed(ILogger log, Exception error, DutyMatterId matter);

    [LoggerMessage(11108, LogLevel.Error, "The duty matters of an earlier process could not be read; the chain begins without them")]
    public static partial void NotLoaded(ILogger log, Exception error);

    [LoggerMessage(11109, LogLevel.Critical, "The {Part} met a fault of its own and goes on")]
    public static partial void OwnFault(ILogger log, Exception error, string part);

    [LoggerMessage(11110, LogLevel.Information, "The test call was good")]
    public static partial void HeartbeatGood(ILogger log);

    [LoggerMessage(11111, LogLevel.Warning, "The test call failed: {Result}, {Failures} in a row")]
    public static partial void HeartbeatFailed(ILogger log, HeartbeatResult result, int failures);

    [LoggerMessage(11112, LogLevel.Information, "The test call was skipped, {Skipped} in a row: an alert needs the lines")]
    public static partial void HeartbeatSkipped(ILogger log, int skipped);

    [LoggerMessage(11113, LogLevel.Error, "Alarm {Cause}: {Subject}")]
    public static partial void Alarm(ILogger log, string cause, string subject);

    [LoggerMessage(11114, LogLevel.Information, "All-clear {Cause}: {Subject}")]
    public static partial void AllClear(ILogger log, string cause, string subject);

    [LoggerMessage(11115, LogLevel.Error, "Alarm {Cause} was not taken over by {Path}")]
    public static partial void PathRefused(ILogger log, string cause, string path);

    [LoggerMessage(11116, LogLevel.Error, "Alarm {Cause} could not be told by {Path}")]
    public static partial void PathFailed(ILogger log, Exception error, string cause, string path);
}
