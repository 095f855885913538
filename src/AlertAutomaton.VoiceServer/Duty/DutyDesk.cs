using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Resources;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>The duty chain of one organisation at work: takes matters, phones, writes down, says by another path that nobody is found. Thread-safe.</summary>
public sealed class DutyDesk : IAsyncDisposable
{
    /// <summary>The clock may be corrected; nothing sleeps for longer.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private readonly DutyServices _duty;
    private readonly OperatorServices _operators;
    private readonly IOutboundCalls _calls;
    private readonly Func<IVoiceCall, Operator, DutyMatter, IDutyHold, CancellationToken, Task<DutyCallResult>> _talk;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly ConcurrentDictionary<DutyMatterId, CancellationTokenSource> _ringing = new();
    private readonly ConcurrentDictionary<Task, byte> _phoning = new();
    private volatile DutyChainState _state = DutyChainState.Fresh;
    private Task _running = Task.CompletedTask;
    private int _disposed;

    internal DutyDesk(
        DutyServices duty, OperatorServices operators, IOutboundCalls calls, Func<IVoiceCall, Operator, DutyMatter, IDutyHold, CancellationToken, Task<DutyCallResult>> talk)
    {
        _duty = duty;
        _operators = operators;
        _calls = calls;
        _talk = talk;
    }

    /// <summary>The matters as they stand, for the console; those that were over within the last hour included.</summary>
    public IReadOnlyList<DutyMatterState> Matters => _state.Matters;

    /// <summary>Goes on with the matters that an earlier process left and begins to work.</summary>
    /// <param name="ct">Gives up reading the store.</param>
    /// <returns>How many matters are open.</returns>
    public async Task<int> StartAsync(CancellationToken ct)
    {
        try
        {
            _state = DutyChain.Resume(await _duty.Store.LoadAsync(ct));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The trouble of the store may be what somebody is to be phoned for.
            DutyLog.NotLoaded(_operators.Log, error);
        }

        int open = _state.Matters.Count(matter => matter.IsOpen);
        _running = RunAsync();
        return open;
    }

    /// <summary>Takes a matter; one whose key stands already is the same matter.</summary>
    /// <param name="matter">What.</param>
    /// <returns>True when it is on disk; false when it could not be written and goes on in memory.</returns>
    public Task<bool> RaiseAsync(DutyMatter matter) => PostAsync(new DutyInput.Raised(matter));

    /// <summary>Ends a matter that is resolved or was withdrawn; none with that key is no error.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="why">For the log.</param>
    /// <returns>True when that is on disk; false when it could not be written and holds in memory.</returns>
    public Task<bool> EndAsync(string key, string why) => PostAsync(new DutyInput.Ended(key, why));

    /// <summary>Notes that a person has a matter without a call: at the console.</summary>
    /// <param name="matter">Which.</param>
    /// <param name="by">Who.</param>
    /// <returns>True when that is on disk; false when it could not be written and holds in memory.</returns>
    public Task<bool> TakeAsync(DutyMatterId matter, OperatorId by) => PostAsync(new DutyInput.Taken(matter, by, DutyCallResult.Noted));

    /// <summary>The matter with that name, for as long as it is remembered.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>Null when there is none.</returns>
    public DutyMatterState? Find(DutyMatterId id) => _state.Matters.Find(matter => matter.Matter.Id == id);

    /// <summary>Ends the work; calls end with the telephony, open matters go on in the next process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync();
        await _running;
        await Task.WhenAll(_phoning.Keys);
        _stop.Dispose();
        _gate.Dispose();
        _wake.Dispose();
    }

    internal async Task<bool> PostAsync(DutyInput input)
    {
        bool written = true;
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            DateTimeOffset now = _operators.Time.GetUtcNow();
            DutyRoster roster = _duty.Roster();
            (DutyChainState state, IReadOnlyList<DutyEffect> effects) = DutyChain.Step(_state, input, roster.OnDutyAt(now), roster.Zone, _duty.Options, now);
            _state = state;
            foreach (DutyEffect effect in effects)
            {
                written &= await DoAsync(effect);
            }
        }
        finally
        {
            _gate.Release();
        }

        Wake();
        return written;
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await PostAsync(new DutyInput.Tick());
                await SleepAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                DutyLog.OwnFault(_operators.Log, error, "duty chain");
                await Task.Delay(LongestSleep, _operators.Time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SleepAsync()
    {
        // What was posted before this tick needs no other one.
        await _wake.WaitAsync(TimeSpan.Zero, CancellationToken.None);
        DateTimeOffset now = _operators.Time.GetUtcNow();
        TimeSpan sleep = DutyChain.NextDue(_state, _duty.Roster().Zone, _duty.Options, now) is { } due && due - now < LongestSleep ? due - now : LongestSleep;
        using var early = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        Task woken = _wake.WaitAsync(early.Token);
        await Task.WhenAny(woken, Task.Delay(sleep > TimeSpan.Zero ? sleep : TimeSpan.FromSeconds(1), _operators.Time, early.Token));
        await early.CancelAsync();
        await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            try
            {
                _wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else was quicker; once is enough.
            }
        }
    }

    /// <summary>False when something could not be written.</summary>
    private async Task<bool> DoAsync(DutyEffect effect)
    {
        switch (effect)
        {
            case DutyEffect.Save save:
                return await SaveAsync(save.State);
            case DutyEffect.Phone phone:
                DutyLog.Phones(_operators.Log, phone.Matter.Id, phone.Operator);
                var ringing = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                _ringing[phone.Matter.Id] = ringing;
                Task phoning = Task.Run(() => PhoneAsync(phone.Matter, phone.Operator, ringing), CancellationToken.None);
                _phoning.TryAdd(phoning, 0);
                _ = phoning.ContinueWith(done => _phoning.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                break;
            case DutyEffect.Withdraw withdraw when _ringing.TryGetValue(withdraw.Matter, out CancellationTokenSource? call):
                await call.CancelAsync();
                break;
            case DutyEffect.Escalate escalate:
                DutyLog.Escalated(_operators.Log, escalate.Matter.Id, escalate.Matter.Key, escalate.Why, escalate.Rounds, escalate.Pause.TotalSeconds);
                _duty.Alarms.Raise(CauseOf(escalate.Matter), DutyTexts.Nobody, escalate.Matter.Key);
                break;
            case DutyEffect.NoteTaken taken:
                DutyLog.Taken(_operators.Log, taken.Matter.Id, taken.Matter.Key, taken.By, taken.How);
                _duty.Alarms.Clear(CauseOf(taken.Matter), DutyTexts.Nobody, taken.Matter.Key);
                break;
            case DutyEffect.NoteOver over:
                DutyLog.Over(_operators.Log, over.Matter.Id, over.Matter.Key, over.Why);
                _duty.Alarms.Clear(CauseOf(over.Matter), DutyTexts.Nobody, over.Matter.Key);
                break;
            case DutyEffect.NoteRefused refused:
                DutyLog.Refused(_operators.Log, refused.Matter.Key.Length > DutyMatter.LongestKey ? "too long" : refused.Matter.Key);
                break;
        }

        return true;
    }

    private async Task<bool> SaveAsync(DutyMatterState row)
    {
        try
        {
            await _duty.Store.SaveAsync(row, _stop.Token);
            return true;
        }
        catch (Exception error)
        {
            DutyLog.NotWritten(_operators.Log, error, row.Matter.Id);
            return false;
        }
    }

    private async Task PhoneAsync(DutyMatter matter, OperatorId whom, CancellationTokenSource ringing)
    {
        DutyCallResult result = DutyCallResult.Failed;
        try
        {
            result = await CallAsync(matter, whom, ringing.Token);
        }
        catch (OperationCanceledException) when (ringing.IsCancellationRequested)
        {
            result = DutyCallResult.NoAnswer;
        }
        catch (Exception error)
        {
            DutyLog.CallFailed(_operators.Log, error, matter.Id);
        }
        finally
        {
            await ForgetAsync(matter.Id, ringing);
        }

        // What the process did not finish is phoned for again by the next one.
        if (!_stop.IsCancellationRequested)
        {
            DutyLog.CallEnded(_operators.Log, matter.Id, whom, result);
            await PostAsync(new DutyInput.CallEnded(matter.Id, whom, result));
        }
    }

    /// <summary>Within the gate, so that nobody withdraws a call whose token is gone.</summary>
    private async Task ForgetAsync(DutyMatterId matter, CancellationTokenSource ringing)
    {
        await _gate.WaitAsync(CancellationToken.None);
        _ringing.TryRemove(matter, out _);
        ringing.Dispose();
        _gate.Release();
    }

    private async Task<DutyCallResult> CallAsync(DutyMatter matter, OperatorId whom, CancellationToken ringing)
    {
        if (await _operators.Operators.GetAsync(whom, ringing) is not { Active: true, RegisteredPhone: { } number } who || who.Organisation != _duty.Organisation)
        {
            return DutyCallResult.NoAnswer;
        }

        return await _calls.CallAsync(number, ringing) is { } call
            ? await _talk(call, who, matter, new DutyHold(this, matter.Id), _stop.Token)
            : DutyCallResult.NoAnswer;
    }

    private static string CauseOf(DutyMatter matter) => "duty:" + matter.Key;
}
