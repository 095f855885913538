using AlertAutomaton.Smpp.Receipts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Sms;

internal static partial class SmsLog
{
    [LoggerMessage(7100, LogLevel.Warning, "Texts go over gateway {To} instead of {From}, which is {Why}")]
    public static partial void TrafficMoved(ILogger log, string from, string to, string why);

    [LoggerMessage(7101, LogLevel.Debug, "A receipt of gateway {Gateway} ({State}) speaks of a text that nobody here knows")]
    public static partial void ReceiptUnknown(ILogger log, string gateway, MessageState state);

    [LoggerMessage(7102, LogLevel.Error, "Attempt {Attempt} was not sent: the text takes {Segments} segments and gateway {Gateway} may send {Most}")]
    public static partial void TextTooLong(ILogger log, Guid attempt, int segments, string gateway, int most);

    [LoggerMessage(7103, LogLevel.Warning, "Nobody knows whether attempt {Attempt} left over gateway {Gateway}: {Detail}")]
    public static partial void TextUnknown(ILogger log, Guid attempt, string gateway, string detail);

    [LoggerMessage(7104, LogLevel.Error, "A reply could not be worked on and is tried again later: {Fault}")]
    public static partial void ReplyFault(ILogger log, string fault);

    [LoggerMessage(7105, LogLevel.Warning, "{Number} has been answered too often in an hour; nothing more is sent there for now")]
    public static partial void TooManyAnswers(ILogger log, string number);
}
