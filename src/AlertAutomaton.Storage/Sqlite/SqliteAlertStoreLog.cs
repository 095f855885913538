using AlertAutomaton.Alerting.Identifiers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite;

internal static partial class SqliteAlertStoreLog
{
    [LoggerMessage(EventId = 6020, Level = LogLevel.Warning, Message = "{Orders} orders that a crash had left half written were removed; nobody was told that they were accepted")]
    public static partial void UnsealedOrdersDiscarded(ILogger logger, int orders);

    [LoggerMessage(EventId = 6021, Level = LogLevel.Warning, Message = "The half-written order {Alert} could not be removed now; the next start removes it: {Cause}")]
    public static partial void UnsealedOrderLeft(ILogger logger, AlertId alert, string cause);
}
