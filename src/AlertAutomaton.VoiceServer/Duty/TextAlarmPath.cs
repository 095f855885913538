using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>Alarms by text message: the subject alone, so that it fits into one.</summary>
/// <param name="send">Sends a text message to those who look after the machine, one person left out where one is named; true when a gateway took it.</param>
public sealed class TextAlarmPath(Func<string, OperatorId?, CancellationToken, Task<bool>> send) : IAlarmPath
{
    private const int Longest = 160;

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public bool ReachesPeople => true;

    /// <inheritdoc/>
    public Task<bool> SendAsync(AlarmNotice notice, CancellationToken ct) => 
        send(notice.Subject.Length <= Longest ? notice.Subject : notice.Subject[..Longest], notice.NotTo, ct);
}
