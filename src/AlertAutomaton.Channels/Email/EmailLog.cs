using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Email;

internal static partial class EmailLog
{
    [LoggerMessage(7200, LogLevel.Warning, "Mail relay {Relay} cannot be reached: {Detail}")]
    public static partial void RelayUnreachable(ILogger log, string relay, string detail);

    [LoggerMessage(7201, LogLevel.Warning, "Mail relay {Relay} refuses this service: {Detail}. Check user, password, and which senders it allows")]
    public static partial void RelayRefusesUs(ILogger log, string relay, string detail);

    [LoggerMessage(7202, LogLevel.Information, "Mail relay {Relay} takes mails again")]
    public static partial void RelayWorks(ILogger log, string relay);

    [LoggerMessage(7203, LogLevel.Warning, "A bounce could not be read and was put into the folder of failures: {Reason}")]
    public static partial void BounceUnreadable(ILogger log, string reason);

    [LoggerMessage(7204, LogLevel.Warning, "The bounce folder cannot be worked on: {Error}")]
    public static partial void BounceFolderFailed(ILogger log, string error);

    [LoggerMessage(7205, LogLevel.Debug, "A bounce reports attempt {Attempt}: {Outcome}, {Verdict}")]
    public static partial void BounceReported(ILogger log, Guid attempt, string outcome, string verdict);
}
