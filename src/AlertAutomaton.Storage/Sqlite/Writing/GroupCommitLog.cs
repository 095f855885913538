using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Writing;

internal static partial class GroupCommitLog
{
    [LoggerMessage(EventId = 6010, Level = LogLevel.Critical, Message = "The store's writer stopped by a fault of its own")]
    public static partial void WriterStopped(ILogger logger, Exception bug);

    [LoggerMessage(EventId = 6011, Level = LogLevel.Warning, Message = "The write-ahead log could not be copied into the database, it will be tried again: {Cause}")]
    public static partial void CheckpointFailed(ILogger logger, string cause);
}
