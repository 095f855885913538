using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Health;

internal static partial class StoreHealthLog
{
    [LoggerMessage(EventId = 6000, Level = LogLevel.Warning, Message = "The store is now {Condition}. {Cause}")]
    public static partial void ConditionChanged(ILogger logger, StoreCondition condition, string cause);

    [LoggerMessage(EventId = 6001, Level = LogLevel.Critical, Message = "The store has failed and takes no more writes, the process must be started again: {Cause}")]
    public static partial void Failed(ILogger logger, string cause);
}
