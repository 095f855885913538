using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Smpp.Client;

/// <summary>Log messages of gateways, 10000-10049.</summary>
internal static partial class SmppClientLog
{
    [LoggerMessage(10000, LogLevel.Information, "Gateway {Gateway}: bound as {Mode} to {SystemId}")]
    public static partial void Bound(ILogger log, string gateway, string mode, string systemId);

    [LoggerMessage(10001, LogLevel.Information, "Gateway {Gateway}: the {Mode} session ended as asked")]
    public static partial void Left(ILogger log, string gateway, string mode);

    [LoggerMessage(10002, LogLevel.Warning, "Gateway {Gateway}: not bound as {Mode}, {Reason}. Next attempt in {Seconds} s")]
    public static partial void NotBound(ILogger log, string gateway, string mode, string reason, double seconds);

    [LoggerMessage(10003, LogLevel.Error, "Gateway {Gateway}: storing a receipt or reply failed; the gateway is asked to repeat it")]
    public static partial void StoringFailed(ILogger log, string gateway, Exception exception);

    [LoggerMessage(10004, LogLevel.Warning, "Gateway {Gateway}: throttles ({Status}), now at {Rate} segments a second")]
    public static partial void Throttled(ILogger log, string gateway, string status, double rate);

    [LoggerMessage(10005, LogLevel.Warning, "Gateway {Gateway}: {Count} messages have no response and may or may not have been taken")]
    public static partial void WithoutResponse(ILogger log, string gateway, int count);

    [LoggerMessage(10006, LogLevel.Error, "Gateway {Gateway}: a listener of its state failed")]
    public static partial void ListenerFailed(ILogger log, string gateway, Exception exception);
}
