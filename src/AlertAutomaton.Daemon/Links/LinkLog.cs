namespace AlertAutomaton.Daemon.Links;

/// <summary>Log messages of the link pages. None of them takes an address or a token.</summary>
internal static partial class LinkLog
{
    [LoggerMessage(9200, LogLevel.Error, "The page of an acknowledgement link failed in a way that nobody foresaw")]
    public static partial void PageFailed(ILogger log, Exception fault);

    [LoggerMessage(9201, LogLevel.Error, "The page of an acknowledgement link could not be shown: {Reason}")]
    public static partial void StoreFailed(ILogger log, string reason);

    [LoggerMessage(9202, LogLevel.Warning, "An answer by link for recipient {Recipient} of alert {Alert} could not be recorded; the page said so")]
    public static partial void NotRecorded(ILogger log, Guid alert, Guid recipient);
}
