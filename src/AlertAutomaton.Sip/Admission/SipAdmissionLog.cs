using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Admission;

/// <summary>Log messages of the closed door.</summary>
internal static partial class SipAdmissionLog
{
    [LoggerMessage(1800, LogLevel.Warning,
        "Dropped SIP packets without an answer: {Strangers} from outside the trunks, {TooFast} over the rate of their source")]
    public static partial void PacketsDropped(ILogger log, long strangers, long tooFast);
}
