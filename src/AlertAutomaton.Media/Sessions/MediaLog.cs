using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Sessions;

internal static partial class MediaLog
{
    [LoggerMessage(2010, LogLevel.Warning, "No RTP ports are left: {InUse} of {Capacity} pairs are in use, the others rest. Raise the range of RTP ports or lower the number of lines.")]
    public static partial void PortsExhausted(ILogger logger, int inUse, int capacity);

    [LoggerMessage(2011, LogLevel.Warning, "{Count} pairs of RTP ports from {Port} on are held by other programs and were passed over")]
    public static partial void PortsTaken(ILogger logger, int count, int port);

    [LoggerMessage(2012, LogLevel.Information, "Media on port {Port} ignored packets of a stranger; its far end is known.")]
    public static partial void StrangerIgnored(ILogger logger, int port);

    [LoggerMessage(2013, LogLevel.Error, "A handler of media events failed on port {Port}.")]
    public static partial void HandlerFailed(ILogger logger, int port, Exception failure);

    [LoggerMessage(2014, LogLevel.Information, "Media clock: {Threads} threads, {Way} system calls, ports {First}-{Last}.")]
    public static partial void Started(ILogger logger, int threads, string way, int first, int last);

    [LoggerMessage(2015, LogLevel.Debug, "Media on port {Port}: sent {Sent}, received {Received}, lost {Lost}, ignored {Ignored}.")]
    public static partial void Closed(ILogger logger, int port, long sent, long received, long lost, long ignored);
}
