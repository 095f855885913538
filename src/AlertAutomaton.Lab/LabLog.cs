using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Lab;

/// <summary>Log messages of the lab, 8000-8999.</summary>
internal static partial class LabLog
{
    [LoggerMessage(8001, LogLevel.Error, "A simulated phone failed on call {CallId}")]
    public static partial void PhoneFailed(ILogger logger, Exception error, string callId);

    [LoggerMessage(8002, LogLevel.Warning, "The lab refused call {CallId}: {WhyNot}")]
    public static partial void OfferRefused(ILogger logger, string callId, string? whyNot);

    [LoggerMessage(8003, LogLevel.Information, "The lab's town answers at {Address}")]
    public static partial void TownStarted(ILogger logger, string address);

    [LoggerMessage(8010, LogLevel.Debug, "A connection to the lab's mail server ended: {Error}")]
    public static partial void MailConnectionFailed(ILogger logger, string error);

    [LoggerMessage(8011, LogLevel.Error, "A simulated resident could not follow the link of a mail")]
    public static partial void ClickFailed(ILogger logger, Exception error);

    [LoggerMessage(8020, LogLevel.Information, "The lab's SMSC listens at {Address}")]
    public static partial void SmscStarted(ILogger logger, System.Net.IPEndPoint address);

    [LoggerMessage(8021, LogLevel.Warning, "Nobody takes a {What} of the lab's SMSC")]
    public static partial void NobodyTakesTexts(ILogger logger, string what);

    [LoggerMessage(8022, LogLevel.Debug, "The lab's SMSC stopped before a {What} was told")]
    public static partial void SmscStopped(ILogger logger, string what);
}
