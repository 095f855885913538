namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Log messages of the host.</summary>
internal static partial class HostLog
{
    [LoggerMessage(9000, LogLevel.Information, "AlertAutomaton {Version} starts with data directory {DataDirectory}")]
    public static partial void Starting(ILogger log, string version, string dataDirectory);

    [LoggerMessage(9001, LogLevel.Information, "{Option} = {Value}")]
    public static partial void EffectiveValue(ILogger log, string option, string value);

    [LoggerMessage(9002, LogLevel.Information, "Ready after {Milliseconds} ms; {Alerts} unfinished alert(s) go on")]
    public static partial void Ready(ILogger log, double milliseconds, int alerts);

    [LoggerMessage(9003, LogLevel.Information, "Stopping: calls in progress are given time to end")]
    public static partial void Stopping(ILogger log);

    [LoggerMessage(9004, LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(9005, LogLevel.Warning, "The organisation's name cannot be said in '{Language}'; residents will hear 'the town hall'")]
    public static partial void OrganisationNameNotSpoken(ILogger log, string language);

    [LoggerMessage(9006, LogLevel.Warning, "Configuration: {Problem}")]
    public static partial void ConfigurationWarning(ILogger log, string problem);

    [LoggerMessage(9007, LogLevel.Error, "The message of alert {Alert} has no sound in {Languages}; its calls in these languages cannot be placed")]
    public static partial void MessageLost(ILogger log, Guid alert, string languages);

    [LoggerMessage(9008, LogLevel.Critical, "The store must not be used any more; the process ends so that it is started anew")]
    public static partial void StoreLost(ILogger log);

    [LoggerMessage(9009, LogLevel.Warning, "Alarm on the operators' line: {Alarm}, operator {Operator}, call {CallId}")]
    public static partial void OperatorAlarm(ILogger log, string alarm, Guid? @operator, string callId);

    [LoggerMessage(9011, LogLevel.Information, "The duty chain begins: {People} on duty now, {Matters} open matter(s) go on")]
    public static partial void DutyBegins(ILogger log, int people, int matters);

    [LoggerMessage(9012, LogLevel.Warning, "Operator number {Number} stands in the duty roster and cannot be phoned: unknown or left, no phone, or no PIN")]
    public static partial void DutyPersonUnusable(ILogger log, string number);

    [LoggerMessage(9013, LogLevel.Error, "Work on the duty matter {Key} failed")]
    public static partial void DutyFault(ILogger log, Exception error, string key);

    [LoggerMessage(9014, LogLevel.Error, "An alarm was not taken over for {Taken} of {Wanted} addresses: {Path}")]
    public static partial void AlarmNotTaken(ILogger log, int taken, int wanted, string path);

    [LoggerMessage(9010, LogLevel.Warning, "Prompts: {Problem}")]
    public static partial void PromptProblem(ILogger log, string problem);
}
