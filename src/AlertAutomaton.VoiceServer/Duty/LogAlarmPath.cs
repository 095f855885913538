using AlertAutomaton.Alerting.Duty;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>Alarms in the log, for whatever watches it. Nobody is known to read it.</summary>
/// <param name="log">The log.</param>
public sealed class LogAlarmPath(ILogger log) : IAlarmPath
{
    /// <inheritdoc/>
    public string Name => "log";

    /// <inheritdoc/>
    public bool ReachesPeople => false;

    /// <inheritdoc/>
    public Task<bool> SendAsync(AlarmNotice notice, CancellationToken ct)
    {
        if (notice.IsAllClear)
        {
            DutyLog.AllClear(log, notice.Cause, notice.Subject);
        }
        else
        {
            DutyLog.Alarm(log, notice.Cause, notice.Subject);
        }

        return Task.FromResult(true);
    }
}
