using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.VoiceServer.Resources;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>Tells alarms by every path, at most once an hour for the same cause, and the all-clear to those who were told. Thread-safe.</summary>
/// <param name="paths">The paths; each is tried, whatever becomes of the others.</param>
/// <param name="language">In which it is told, two letters.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed class AlarmDesk(IReadOnlyList<IAlarmPath> paths, string language, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(25);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _sending = [];
    private AlarmThrottleState _state = AlarmThrottleState.Fresh;
    private Task _running = Task.CompletedTask;

    /// <summary>Begins to look for what is to be told later.</summary>
    public void Start() => _running = RunAsync();

    /// <summary>Tells an alarm; returns at once and never throws.</summary>
    /// <param name="cause">What it is about; no secret, no number.</param>
    /// <param name="text">The name of its words, as <c>Nobody</c>.</param>
    /// <param name="detail">What the words are about: a trunk, a gateway; may be empty.</param>
    public void Raise(string cause, string text, string detail) => Take(Notice(cause, text, detail));

    /// <summary>Tells what happened and is over at once; returns at once and never throws.</summary>
    /// <param name="cause">What it is about; no secret, no number.</param>
    /// <param name="text">The name of its words, as <c>Duress</c>.</param>
    /// <param name="detail">What the words are about; may be empty.</param>
    /// <param name="notTo">Whose phone is not told: whom it is about; null: everybody's is.</param>
    public void Announce(string cause, string text, string detail, OperatorId? notTo) => Take(Notice(cause, text, detail) with { IsEvent = true, NotTo = notTo });

    /// <summary>Tells the all-clear to those who were told of the alarm; returns at once and never throws.</summary>
    /// <param name="cause">As raised.</param>
    /// <param name="text">As raised.</param>
    /// <param name="detail">As raised.</param>
    public void Clear(string cause, string text, string detail)
    {
        string subject = DutyTexts.AllClear(language, DutyTexts.Subject(text, language, detail));
        Take(new AlarmNotice(cause, subject, subject, true, time.GetUtcNow()));
    }

    /// <summary>Ends; what is being sent is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        Task[] sending;
        lock (_gate)
        {
            sending = [.. _sending];
        }

        await Task.WhenAll(sending);
        _stop.Dispose();
    }

    private AlarmNotice Notice(string cause, string text, string detail) =>
        new(cause, DutyTexts.Subject(text, language, detail), DutyTexts.Text(text, language, detail), false, time.GetUtcNow());

    private void Take(AlarmNotice notice)
    {
        lock (_gate)
        {
            (_state, bool tell) = AlarmThrottle.Take(_state, notice, time.GetUtcNow());
            if (tell)
            {
                Tell_NeedsLock(notice);
            }
        }
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(Look, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            lock (_gate)
            {
                (_state, IReadOnlyList<AlarmNotice> due) = AlarmThrottle.Due(_state, time.GetUtcNow());
                foreach (AlarmNotice notice in due)
                {
                    Tell_NeedsLock(notice);
                }
            }
        }
    }

    private void Tell_NeedsLock(AlarmNotice notice)
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        Task sending = Task.Run(() => TellAsync(notice), CancellationToken.None);
        _sending.Add(sending);
        _ = sending.ContinueWith(
            done =>
            {
                lock (_gate)
                {
                    _sending.Remove(done);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    private async Task TellAsync(AlarmNotice notice)
    {
        bool[] taken = await Task.WhenAll(paths.Select(path => SendAsync(path, notice)));
        if (!notice.IsAllClear && paths.Any(path => path.ReachesPeople) && !paths.Where((path, index) => path.ReachesPeople && taken[index]).Any())
        {
            lock (_gate)
            {
                _state = AlarmThrottle.NotTold(_state, notice.Cause, time.GetUtcNow());
            }
        }
    }

    private async Task<bool> SendAsync(IAlarmPath path, AlarmNotice notice)
    {
        using var limit = new CancellationTokenSource(LongestSend, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        try
        {
            if (await path.SendAsync(notice, either.Token).WaitAsync(either.Token))
            {
                return true;
            }

            DutyLog.PathRefused(log, notice.Cause, path.Name);
        }
        catch (Exception error)
        {
            DutyLog.PathFailed(log, error, notice.Cause, path.Name);
        }

        return false;
    }
}
