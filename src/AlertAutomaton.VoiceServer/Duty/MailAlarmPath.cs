using AlertAutomaton.Alerting.Duty;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>Alarms by mail.</summary>
/// <param name="send">Sends a mail with subject and text to those who look after the machine; true when a mail server took it.</param>
public sealed class MailAlarmPath(Func<string, string, CancellationToken, Task<bool>> send) : IAlarmPath
{
    /// <inheritdoc/>
    public string Name => "mail";

    /// <inheritdoc/>
    public bool ReachesPeople => true;

    /// <inheritdoc/>
    public Task<bool> SendAsync(AlarmNotice notice, CancellationToken ct) => send(notice.Subject, notice.Text, ct);
}
