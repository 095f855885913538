using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer;

internal static partial class VoiceServerLog
{
    [LoggerMessage(11000, LogLevel.Information, "Operator {Operator} came in on call {CallId}")]
    public static partial void OperatorIn(ILogger log, OperatorId @operator, string callId);

    [LoggerMessage(11001, LogLevel.Warning, "Nobody was let in on call {CallId}: number or PIN not recognised, try {Try}")]
    public static partial void NotLetIn(ILogger log, string callId, int @try);

    [LoggerMessage(11002, LogLevel.Information, "Operator {Operator} launched alert {Alert} by phone, call {CallId}")]
    public static partial void Launched(ILogger log, OperatorId @operator, AlertId alert, string callId);

    [LoggerMessage(11003, LogLevel.Information, "A launch was cancelled before it left, call {CallId}: {Why}")]
    public static partial void LaunchCancelled(ILogger log, string callId, string why);

    [LoggerMessage(11004, LogLevel.Error, "A launch by phone failed: {Verdict}")]
    public static partial void LaunchFailed(ILogger log, string verdict);

    [LoggerMessage(11005, LogLevel.Information, "Operator {Operator} asked for approval of draft {Draft}")]
    public static partial void Submitted(ILogger log, OperatorId @operator, DraftId draft);

    [LoggerMessage(11006, LogLevel.Information, "Draft {Draft} was decided by operator {Operator}: {State}")]
    public static partial void Decided(ILogger log, DraftId draft, OperatorId @operator, string state);

    [LoggerMessage(11007, LogLevel.Warning, "Draft {Draft} left without a second person: nobody decided in time and it is for danger to life")]
    public static partial void Overridden(ILogger log, DraftId draft);

    [LoggerMessage(11008, LogLevel.Information, "Draft {Draft} became alert {Alert}")]
    public static partial void DraftLaunched(ILogger log, DraftId draft, AlertId alert);

    [LoggerMessage(11009, LogLevel.Warning, "Nobody who may approve draft {Draft} could be reached by phone")]
    public static partial void NobodyApproved(ILogger log, DraftId draft);

    [LoggerMessage(11010, LogLevel.Information, "Operator {Operator} kept recording {Number} of {Seconds} s")]
    public static partial void RecordingKept(ILogger log, OperatorId @operator, int number, double seconds);

    [LoggerMessage(11011, LogLevel.Information, "Operator {Operator} steered alert {Alert} by phone: {Command} gave {Verdict}")]
    public static partial void Steered(ILogger log, OperatorId @operator, AlertId alert, string command, string verdict);

    [LoggerMessage(11012, LogLevel.Information, "A call-back to operator {Operator} was asked for, call {CallId}")]
    public static partial void CallBackAsked(ILogger log, OperatorId @operator, string callId);

    [LoggerMessage(11013, LogLevel.Warning, "{Number} was not called: the number policy refuses it")]
    public static partial void NumberNotCalled(ILogger log, string number);

    [LoggerMessage(11014, LogLevel.Warning, "{Number} was not called: no line came free")]
    public static partial void NoLine(ILogger log, string number);

    [LoggerMessage(11015, LogLevel.Information, "Recipient {Recipient} of alert {Alert} answered {Option} by calling back")]
    public static partial void ResidentAcknowledged(ILogger log, RecipientId recipient, AlertId alert, AcknowledgementOption option);

    [LoggerMessage(11016, LogLevel.Information, "A resident asked to be registered: {Number}")]
    public static partial void RegistrationAsked(ILogger log, string number);

    [LoggerMessage(11017, LogLevel.Warning, "A caller was turned away on call {CallId}: {Callers} are on the line")]
    public static partial void TurnedAway(ILogger log, string callId, int callers);

    [LoggerMessage(11018, LogLevel.Error, "A dialogue failed on call {CallId}")]
    public static partial void DialogueFailed(ILogger log, Exception error, string callId);

    [LoggerMessage(11019, LogLevel.Error, "Work on draft {Draft} failed")]
    public static partial void DraftFailed(ILogger log, Exception error, DraftId draft);

    [LoggerMessage(11020, LogLevel.Error, "The call-back to operator {Operator} failed")]
    public static partial void CallBackFailed(ILogger log, Exception error, OperatorId @operator);
}
