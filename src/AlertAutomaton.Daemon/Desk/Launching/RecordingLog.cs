namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>What is told of recordings on the shelf.</summary>
internal static partial class RecordingLog
{
    [LoggerMessage(9310, LogLevel.Information, "Recording {Recording} was removed: nothing uses it, and it was last kept at {Kept:u}")]
    public static partial void Removed(ILogger log, string recording, DateTimeOffset kept);

    [LoggerMessage(9311, LogLevel.Warning, "Recording {Recording} is not used any more and could not be removed; it is tried again tomorrow")]
    public static partial void NotRemoved(ILogger log, string recording, Exception fault);

    [LoggerMessage(9312, LogLevel.Warning, "Unused recordings were not looked for, because it cannot be read what is used; it is tried again tomorrow")]
    public static partial void NotTidied(ILogger log, Exception fault);
}
