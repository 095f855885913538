using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Voice;

internal static partial class VoiceLog
{
    [LoggerMessage(7000, LogLevel.Error, "Attempt {Attempt} was not sent: the message was never prepared in '{Language}'")]
    public static partial void MessageNotPrepared(ILogger log, Guid attempt, string language);

    [LoggerMessage(7001, LogLevel.Error, "The message has no sound in '{Language}': {Reasons}")]
    public static partial void MessageNotRendered(ILogger log, string language, string reasons);
}
