using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Telephony.Calls;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// All channels of all trunks: who serves a number, and one channel at a time for whoever wants to call. Thread-safe.
/// </summary>
public sealed partial class TrunkLines : IDisposable
{
    private const int ForbiddenToBlame = 3;
    private const int MostAnswers = 10_000;
    private static readonly TimeSpan MuteAfter = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ILogger _log;
    private readonly TrunkState[] _trunks;
    private readonly Dictionary<string, TrunkState> _byName;
    private readonly ConcurrentDictionary<string, TrunkRoute> _routes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(ulong Serving, string? CallerId, string? Avoid), string> _answers = new();
    private readonly ITimer _wake;
    private TimeSpan? _wakeAt;
    private bool _closed;
    private ICallPlacer? _placer;

    internal TrunkLines(IEnumerable<TrunkOptions> trunks, TimeProvider time, ILogger log)
    {
        _time = time;
        _origin = time.GetTimestamp();
        _log = log;
        _trunks = [.. trunks.OrderBy(trunk => trunk.Priority).Select(trunk => new TrunkState(trunk))];
        _byName = _trunks.ToDictionary(trunk => trunk.Options.Name, StringComparer.Ordinal);
        _wake = time.CreateTimer(static lines => ((TrunkLines)lines!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Raised when a reservation that was refused may now succeed: a channel came free, the next call is due, a trunk came back.
    /// Raised on any thread, outside every lock; handlers must not block.
    /// </summary>
    [SuppressMessage("Design", "MA0046:Use EventHandler<T> to declare events", Justification = "A signal without data, raised thousands of times in an alert.")]
    public event Action? CapacityChanged;

    /// <summary>Told the name of a trunk that has just gone down.</summary>
    internal Action<string>? WentDown { get; set; }

    /// <summary>Channels open to outgoing calls on trunks that can be used now.</summary>
    public int Channels => Sum(trunk => trunk.OutgoingChannels);

    /// <summary>Calls in progress on all trunks, incoming ones included.</summary>
    public int InUse
    {
        get
        {
            lock (_gate)
            {
                return _trunks.Sum(trunk => trunk.InUse);
            }
        }
    }

    /// <summary>New calls per second that the usable trunks take now.</summary>
    public double CallsPerSecond => Sum(trunk => trunk.Options.CallsPerSecond * trunk.Congestion.Factor);

    internal ICallPlacer Placer
    {
        get => _placer ?? throw new InvalidOperationException("The telephony service has not been started.");
        set => _placer = value;
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>A snapshot of every trunk, in order of priority.</summary>
    public IReadOnlyList<TrunkSnapshot> Snapshots()
    {
        TimeSpan now = Now;
        lock (_gate)
        {
            return [.. _trunks.Select(trunk => trunk.Snapshot(now))];
        }
    }

    /// <summary>
    /// Takes one channel of the route when one is free, the trunk is healthy and its pace allows a call now. When it refuses,
    /// <see cref="CapacityChanged"/> is raised as soon as asking again makes sense.
    /// </summary>
    public bool TryReserve(string route, [NotNullWhen(true)] out TrunkLine? line)
    {
        line = null;
        if (route.Length == 0)
        {
            return false;
        }

        TrunkRoute parsed = Find(route);
        TimeSpan now = Now;
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            foreach (TrunkState trunk in parsed.Trunks)
            {
                if (TryTake_NeedsLock(trunk, parsed.CallerId, now, out line))
                {
                    return true;
                }
            }

            if (AnyUsable_NeedsLock(parsed.Trunks, now))
            {
                return false;
            }

            foreach (TrunkState trunk in parsed.OnlyWhenDown)
            {
                if (TryTake_NeedsLock(trunk, parsed.CallerId, now, out line))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _wake.Dispose();
    }

    /// <summary>Takes a channel for a call that comes in; the reserved ones are open to it.</summary>
    internal bool TryTakeIncoming(string trunk, [NotNullWhen(true)] out TrunkLine? line)
    {
        lock (_gate)
        {
            line = null;
            if (_closed || !_byName.TryGetValue(trunk, out TrunkState? state) || state.InUse >= state.Options.Channels)
            {
                return false;
            }

            state.Incoming++;
            line = Take_NeedsLock(state, null, incoming: true);
            return true;
        }
    }

    internal void Release(TrunkLine line)
    {
        lock (_gate)
        {
            line.State.InUse--;
            line.State.Incoming -= line.IsIncoming ? 1 : 0;
        }

        CapacityChanged?.Invoke();
    }

    private bool TryTake_NeedsLock(TrunkState trunk, string? callerId, TimeSpan now, [NotNullWhen(true)] out TrunkLine? line)
    {
        line = null;
        trunk.Limit.Probe(now);
        if (!Usable_NeedsLock(trunk, now) || !trunk.HasRoomToCall)
        {
            return false;
        }

        TimeSpan due = trunk.Pace.Earliest(trunk.Congestion.Factor);
        due = due > trunk.Congestion.PausedUntil ? due : trunk.Congestion.PausedUntil;
        if (due > now)
        {
            WakeAt_NeedsLock(due, now);
            return false;
        }

        trunk.Pace.Started(now);
        line = Take_NeedsLock(trunk, callerId);
        return true;
    }

    private bool Usable_NeedsLock(TrunkState trunk, TimeSpan now)
    {
        bool allowed = TrunkHealthMachine.Allows(trunk.Health, trunk.Options, trunk.InUse, now);
        if (!allowed && TrunkHealthMachine.NeedsTrial(trunk.Health, trunk.Options) && trunk.Health.TrialAt > now)
        {
            WakeAt_NeedsLock(trunk.Health.TrialAt, now);
        }

        return allowed;
    }

    private bool AnyUsable_NeedsLock(IReadOnlyList<TrunkState> trunks, TimeSpan now)
    {
        foreach (TrunkState trunk in trunks)
        {
            if (Usable_NeedsLock(trunk, now))
            {
                return true;
            }
        }

        return false;
    }

    private TrunkLine Take_NeedsLock(TrunkState trunk, string? callerId, bool incoming = false)
    {
        trunk.InUse++;
        trunk.PeakInUse = Math.Max(trunk.PeakInUse, trunk.InUse);
        string shown = callerId is not null && trunk.Presents(callerId) ? callerId : trunk.Options.CallerId;
        return new TrunkLine(this, trunk, shown, trunk.InUse) { IsIncoming = incoming };
    }

    private void WakeAt_NeedsLock(TimeSpan due, TimeSpan now)
    {
        if (_wakeAt is { } armed && armed <= due)
        {
            return;
        }

        _wakeAt = due;
        // Timers count whole milliseconds and round down; a wake that is early would only be refused again.
        TimeSpan wait = TimeSpan.FromMilliseconds(Math.Ceiling((due - now).TotalMilliseconds));
        _wake.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_gate)
        {
            _wakeAt = null;
        }

        CapacityChanged?.Invoke();
    }

    private double Sum(Func<TrunkState, double> figure)
    {
        lock (_gate)
        {
            return _trunks.Where(trunk => trunk.Health.Health is TrunkHealth.Up or TrunkHealth.Unknown).Sum(figure);
        }
    }

    private int Sum(Func<TrunkState, int> figure)
    {
        lock (_gate)
        {
            return _trunks.Where(trunk => trunk.Health.Health is TrunkHealth.Up or TrunkHealth.Unknown).Sum(figure);
        }
    }
}
