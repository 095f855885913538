using System.Net;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>Log messages of the user agent, 1050-1099.</summary>
internal static partial class SipUserAgentLog
{
    [LoggerMessage(1050, LogLevel.Error, "The handler of call {CallId} failed in {Method}")]
    public static partial void HandlerFailed(ILogger log, string callId, string method, Exception exception);

    [LoggerMessage(1051, LogLevel.Error, "A piece of work of the SIP user agent failed")]
    public static partial void WorkFailed(ILogger log, Exception exception);

    [LoggerMessage(1052, LogLevel.Warning, "Call {CallId} was answered after its process had died: hung up")]
    public static partial void StrayAnswer(ILogger log, string callId);

    [LoggerMessage(1053, LogLevel.Warning, "A challenge to {CallId} was not answered: {Verdict}")]
    public static partial void ChallengeNotAnswered(ILogger log, string callId, string verdict);

    [LoggerMessage(1054, LogLevel.Debug, "Call {CallId} ended: {Kind} {Status}")]
    public static partial void CallEnded(ILogger log, string callId, SipCallEndKind kind, int? status);

    [LoggerMessage(1055, LogLevel.Information, "Call {CallId} was answered by a second phone: hung up there")]
    public static partial void ForkedAnswer(ILogger log, string callId);

    [LoggerMessage(1056, LogLevel.Information, "Registration {Name}: {State} {Detail}")]
    public static partial void RegistrationChanged(ILogger log, string name, SipRegistrationState state, string? detail);

    [LoggerMessage(1057, LogLevel.Debug, "A request from {Remote} was refused before its transaction: {Status}")]
    public static partial void RefusedUnparsed(ILogger log, IPEndPoint remote, int status);

    [LoggerMessage(1058, LogLevel.Warning, "Some goodbyes of the SIP user agent were not answered in time")]
    public static partial void GoodbyeUnanswered(ILogger log);

    [LoggerMessage(1060, LogLevel.Warning, "Call {CallId} was answered and is acknowledged, but was not known to be kept on disk by then: {Why}")]
    public static partial void AnswerNotKept(ILogger log, string callId, string why);

    [LoggerMessage(1059, LogLevel.Warning, "Trunk {Name} {Change} {Detail}")]
    public static partial void TrunkChanged(ILogger log, string name, string change, string? detail);
}
