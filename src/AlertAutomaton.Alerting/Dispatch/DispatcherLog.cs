using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>The log messages of the engine, 5000-5099.</summary>
internal static partial class DispatcherLog
{
    [LoggerMessage(5000, LogLevel.Information, "Alert {Alert} runs: {Recipients} recipients, {Kind}")]
    public static partial void AlertRuns(this ILogger logger, AlertId alert, int recipients, AlertKind kind);

    [LoggerMessage(5001, LogLevel.Warning, "Alert {Alert} goes on after a restart: {Recipients} recipients open, {Interrupted} attempts were in the air")]
    public static partial void AlertGoesOn(this ILogger logger, AlertId alert, int recipients, int interrupted);

    [LoggerMessage(5002, LogLevel.Information, "Alert {Alert} finished: {Ending}")]
    public static partial void AlertFinished(this ILogger logger, AlertId alert, AlertEnding ending);

    [LoggerMessage(5003, LogLevel.Error, "Attempt {Attempt} ended by a fault of the channel; it counts as a failure of the network")]
    public static partial void ChannelFault(this ILogger logger, Exception fault, AttemptId attempt);

    [LoggerMessage(5004, LogLevel.Critical, "The store refuses writes, no new attempt begins: {Cause}")]
    public static partial void StoreFault(this ILogger logger, Exception fault, string cause);

    [LoggerMessage(5005, LogLevel.Warning, "The store writes again")]
    public static partial void StoreWell(this ILogger logger);

    [LoggerMessage(5006, LogLevel.Critical, "The dispatcher met a fault of its own")]
    public static partial void LoopFault(this ILogger logger, Exception fault);

    [LoggerMessage(5007, LogLevel.Warning, "A standing call of the earlier process could not be hung up (attempt {Attempt})")]
    public static partial void StandingCall(this ILogger logger, Exception fault, AttemptId attempt);

    [LoggerMessage(5008, LogLevel.Information, "Alert {Alert} is ending: {Ending}, {Open} attempts are open")]
    public static partial void AlertEnds(this ILogger logger, AlertId alert, AlertEnding ending, int open);

    [LoggerMessage(5009, LogLevel.Error, "Alert {Alert}: its journal refuses the entry {Entry}; this step is held back, everything else goes on")]
    public static partial void EntryRefused(this ILogger logger, Exception refusal, AlertId alert, string entry);

    [LoggerMessage(5010, LogLevel.Error, "Alert {Alert} is over here, but its journal is not closed: the next start takes it up from what is written")]
    public static partial void AlertNotClosed(this ILogger logger, AlertId alert);
}
