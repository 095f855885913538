using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.VoiceServer.Resources;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>Makes the test calls and says by another path when the chain of calls is silent.</summary>
public sealed class HeartbeatService : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WhileCalling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private readonly HeartbeatOptions _options;
    private readonly Func<CancellationToken, Task<HeartbeatResult>> _call;
    private readonly Func<bool> _linesAreScarce;
    private readonly AlarmDesk _alarms;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private HeartbeatState _state;
    private Task _calling = Task.CompletedTask;
    private Task _running = Task.CompletedTask;

    internal HeartbeatService(
        HeartbeatOptions options, Func<CancellationToken, Task<HeartbeatResult>> call, Func<bool> linesAreScarce, AlarmDesk alarms, TimeProvider time, ILogger log, bool alarmed = false)
    {
        if (options.Number is null)
        {
            throw new ArgumentException("A test call needs a number.", nameof(options));
        }

        _options = options;
        _call = call;
        _linesAreScarce = linesAreScarce;
        _alarms = alarms;
        _time = time;
        _log = log;
        _state = Heartbeat.Begin(options, time.GetUtcNow()) with { IsAlarmed = alarmed };
    }

    /// <summary>How the chain was when it was tested last.</summary>
    public HeartbeatState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>For <see cref="SystemWatch"/>: unwell also when the test calls themselves have ceased.</summary>
    public SystemReading Reading
    {
        get
        {
            HeartbeatState state = State;
            return new SystemReading(SystemComponent.Heartbeat, "", !state.IsAlarmed && (state.CallingSince is not null || !Heartbeat.IsSilent(state, _options, _time.GetUtcNow())));
        }
    }

    /// <summary>Begins.</summary>
    public void Start() => _running = RunAsync();

    /// <summary>Ends; a test call in progress is withdrawn.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await _calling;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Take(new HeartbeatInput.Tick(_linesAreScarce()));
            }
            catch (Exception error)
            {
                DutyLog.OwnFault(_log, error, "heartbeat");
            }

            await Task.Delay(Sleep(), _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the next call is due, and never for longer than a look: the clock may be corrected.</summary>
    private TimeSpan Sleep()
    {
        HeartbeatState state = State;
        TimeSpan due = state.CallingSince is null ? state.NextAt - _time.GetUtcNow() : WhileCalling;
        return due > Look || due <= TimeSpan.Zero ? Look : due < Shortest ? Shortest : due;
    }

    private void Take(HeartbeatInput input)
    {
        lock (_gate)
        {
            (_state, IReadOnlyList<HeartbeatEffect> effects) = Heartbeat.Step(_state, input, _options, _time.GetUtcNow());
            foreach (HeartbeatEffect effect in effects)
            {
                Do_NeedsLock(effect);
            }
        }
    }

    private void Do_NeedsLock(HeartbeatEffect effect)
    {
        string cause = new SystemReading(SystemComponent.Heartbeat, "", false).Key;
        switch (effect)
        {
            case HeartbeatEffect.Call:
                _calling = Task.Run(CallAsync, CancellationToken.None);
                break;
            case HeartbeatEffect.NoteSkipped:
                DutyLog.HeartbeatSkipped(_log, _state.SkippedInRow);
                break;
            case HeartbeatEffect.AlarmFailed or HeartbeatEffect.AlarmSilent:
                _alarms.Raise(cause, effect == HeartbeatEffect.AlarmFailed ? nameof(SystemComponent.Heartbeat) : DutyTexts.Silent, "");
                break;
            case HeartbeatEffect.AllClear:
                _alarms.Clear(cause, nameof(SystemComponent.Heartbeat), "");
                break;
        }
    }

    private async Task CallAsync()
    {
        HeartbeatResult result = HeartbeatResult.Failed;
        using var limit = new CancellationTokenSource(Heartbeat.LongestCall, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        try
        {
            result = await _call(either.Token);
        }
        catch (Exception error)
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            DutyLog.OwnFault(_log, error, "test call");
        }

        Take(new HeartbeatInput.Ended(result));
        if (result == HeartbeatResult.Good)
        {
            DutyLog.HeartbeatGood(_log);
        }
        else
        {
            DutyLog.HeartbeatFailed(_log, result, State.FailuresInRow);
        }
    }
}
