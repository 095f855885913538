using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Transports;

/// <summary>Log messages of the transports, 1000-1049.</summary>
internal static partial class SipTransportLog
{
    [LoggerMessage(1000, LogLevel.Information, "Listening for SIP on {EndPoint}")]
    public static partial void Listening(ILogger log, SipListenEndPoint endPoint);

    [LoggerMessage(1001, LogLevel.Warning, "Sending to {Remote} failed: {Error}")]
    public static partial void SendFailed(ILogger log, IPEndPoint remote, SocketError error);

    [LoggerMessage(1002, LogLevel.Warning, "Receiving on {Local} failed: {Error}")]
    public static partial void ReceiveFailed(ILogger log, IPEndPoint local, SocketError error);

    [LoggerMessage(1003, LogLevel.Information, "{Remote} answers that nobody listens there (ICMP unreachable)")]
    public static partial void Unreachable(ILogger log, IPEndPoint remote);

    [LoggerMessage(1004, LogLevel.Information, "The connection to {Remote} ended: {Reason}")]
    public static partial void ConnectionEnded(ILogger log, IPEndPoint remote, string reason);

    [LoggerMessage(1005, LogLevel.Warning, "A connection from {Remote} was closed: {Limit} connections are open already")]
    public static partial void TooManyConnections(ILogger log, IPEndPoint remote, int limit);

    [LoggerMessage(1006, LogLevel.Warning, "Accepting connections on {Local} failed: {Error}")]
    public static partial void AcceptFailed(ILogger log, IPEndPoint local, SocketError error);

    [LoggerMessage(1007, LogLevel.Debug, "Bytes from {Remote} are no SIP message: {Error}")]
    public static partial void NotParsed(ILogger log, IPEndPoint remote, string error);

    [LoggerMessage(1008, LogLevel.Warning, "{Count} messages were dropped because the backlog is full")]
    public static partial void BacklogFull(ILogger log, long count);
}
