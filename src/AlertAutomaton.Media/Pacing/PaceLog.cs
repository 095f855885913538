using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Pacing;

internal static partial class PaceLog
{
    [LoggerMessage(2000, LogLevel.Error, "A media session failed in its 20 ms turn; it stays open.")]
    public static partial void MemberFailed(ILogger logger, Exception failure);

    [LoggerMessage(2001, LogLevel.Warning, "The media clock was late by more than its catch-up: {Rounds} packets per call were left out. The machine is overloaded or was suspended.")]
    public static partial void RoundsSkipped(ILogger logger, long rounds);

    [LoggerMessage(2002, LogLevel.Information, "The system does not let the media clock go before other work; on a busy machine sound may stutter. Allow a nice value of -15 to this service.")]
    public static partial void NotRaised(ILogger logger);
}
