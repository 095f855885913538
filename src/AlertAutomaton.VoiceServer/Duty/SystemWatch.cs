using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>Reads the health of the machine every few seconds and passes on what <see cref="SystemAlarms"/> makes of it.</summary>
/// <param name="read">All parts as they are now; quick.</param>
/// <param name="alertRunning">Whether an alert is running; quick.</param>
/// <param name="alarms">Who is told by another path.</param>
/// <param name="duty">Who phones, started before this is made: troubles that an earlier process gave it are remembered; null where there is no duty chain.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
/// <param name="rules">What trouble means here; null: <see cref="SystemAlarms.Table"/>.</param>
public sealed class SystemWatch(
    Func<IReadOnlyList<SystemReading>> read, Func<bool> alertRunning, AlarmDesk alarms, DutyDesk? duty, TimeProvider time, ILogger log, IReadOnlyList<SystemAlarmRule>? rules = null) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stop = new();
    private SystemAlarmsState _state = duty is null ? SystemAlarmsState.Fresh : SystemAlarms.Resume(duty.Matters);
    private Task _running = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => _running = RunAsync();

    /// <summary>Ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await LookAsync();
            }
            catch (Exception error)
            {
                DutyLog.OwnFault(log, error, "watch over the machine");
            }

            await Task.Delay(Look, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync()
    {
        (_state, IReadOnlyList<SystemAlarmEffect> effects) = SystemAlarms.Step(_state, read(), alertRunning(), time.GetUtcNow(), rules);
        foreach (SystemAlarmEffect effect in effects)
        {
            switch (effect)
            {
                case SystemAlarmEffect.Tell tell:
                    alarms.Raise(tell.Reading.Key, tell.Reading.Component.ToString(), tell.Reading.Name);
                    break;
                case SystemAlarmEffect.Phone phone when duty is not null:
                    await duty.RaiseAsync(new DutyMatter
                    {
                        Id = DutyMatterId.New(time), Key = phone.Reading.Key, Severity = phone.Severity, Words = phone.Rule.Words, Since = phone.Since,
                    });
                    break;
                case SystemAlarmEffect.Over over:
                    alarms.Clear(over.Reading.Key, over.Reading.Component.ToString(), over.Reading.Name);
                    await (duty?.EndAsync(over.Reading.Key, "well again") ?? Task.CompletedTask);
                    break;
            }
        }
    }
}
