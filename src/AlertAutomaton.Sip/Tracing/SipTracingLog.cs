using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Tracing;

/// <summary>Log messages of the wire trace.</summary>
internal static partial class SipTracingLog
{
    [LoggerMessage(1820, LogLevel.Warning,
        "The SIP trace cannot be written to {Path}: calls go on without it. Check the directory, its rights and the free space")]
    public static partial void TraceFailed(ILogger log, string path, Exception exception);
}
