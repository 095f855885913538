using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Health;

internal static partial class StoreHealthLog
{
    [LoggerMessage(EventId = 6000, Message = "The store is now {Condition}. {Cause}")]
    public static partial void ConditionChanged(ILogger logger, LogLevel level, StoreCondition condition, string cause);
}
