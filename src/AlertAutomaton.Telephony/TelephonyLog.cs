using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony;

/// <summary>Log messages of telephony, 3000-3999. Phone numbers never appear; calls are named by their Call-ID.</summary>
internal static partial class TelephonyLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Trunk {Trunk} went from {Before} to {After}: {Detail}")]
    public static partial void TrunkHealthChanged(ILogger logger, string trunk, TrunkHealth before, TrunkHealth after, string detail);

    [LoggerMessage(3013, LogLevel.Information, "Trunk {Trunk} is {After}")]
    public static partial void TrunkUsable(ILogger logger, string trunk, TrunkHealth after);

    [LoggerMessage(3014, LogLevel.Error, "Trunk {Trunk}: its keeper failed and goes on")]
    public static partial void KeeperFailed(ILogger logger, Exception error, string trunk);

    [LoggerMessage(3015, LogLevel.Error, "A call on trunk {Trunk} could not be placed")]
    public static partial void PlacingFailed(ILogger logger, Exception error, string trunk);

    [LoggerMessage(3002, LogLevel.Debug, "Call {CallId} on trunk {Trunk} ended: {Outcome}, {Detail}")]
    public static partial void CallEnded(ILogger logger, string callId, string trunk, CallOutcome outcome, string detail);

    [LoggerMessage(3003, LogLevel.Information, "Call {CallId}: the early answer cannot be used: {WhyNot}")]
    public static partial void EarlyMediaRefused(ILogger logger, string callId, string? whyNot);

    [LoggerMessage(3004, LogLevel.Information, "Call {CallId}: an offer of the far end was refused: {WhyNot}")]
    public static partial void OfferRefused(ILogger logger, string callId, string? whyNot);

    [LoggerMessage(3005, LogLevel.Information, "Call {CallId}: too many keys, the rest is not read")]
    public static partial void KeyDropped(ILogger logger, string callId);

    [LoggerMessage(3006, LogLevel.Debug, "Call {CallId}: nothing came from the far end for {Silence}")]
    public static partial void FarEndSilent(ILogger logger, string callId, TimeSpan silence);

    [LoggerMessage(3007, LogLevel.Error, "Call {CallId}: its script failed")]
    public static partial void ScriptFailed(ILogger logger, Exception error, string callId);

    [LoggerMessage(3008, LogLevel.Warning, "Trunk {Trunk}: its address could not be found: {Detail}")]
    public static partial void TrunkNotResolved(ILogger logger, string trunk, string detail);

    [LoggerMessage(3009, LogLevel.Warning, "A call could not be started: {Detail}")]
    public static partial void CallNotStarted(ILogger logger, string detail);

    [LoggerMessage(3010, LogLevel.Information, "An incoming call from trunk {Trunk} was refused with {Status}")]
    public static partial void IncomingRefused(ILogger logger, string trunk, int status);

    [LoggerMessage(3011, LogLevel.Information, "Hung up {Count} of {Total} calls that an earlier process left standing")]
    public static partial void StandingCallsHungUp(ILogger logger, int count, int total);

    [LoggerMessage(3012, LogLevel.Warning, "What was kept of a standing call cannot be read: {Detail}")]
    public static partial void StandingCallUnreadable(ILogger logger, string detail);
}
