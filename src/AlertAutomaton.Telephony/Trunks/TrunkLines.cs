using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Telephony.Calls;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// All channels of all trunks: who serves a number, and one channel at a time for whoever wants to call. Thread-safe.
/// </summary>
public sealed class TrunkLines : IDisposable
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
    /// The route for a number: an opaque key to give to <see cref="TryReserve"/>, empty when no trunk serves the number.
    /// </summary>
    /// <param name="e164">The number, E.164 with '+'.</param>
    /// <param name="callerId">The caller id that the recipient saw before, so that it stays the same; null for the first call.</param>
    /// <param name="avoidTrunk">A trunk that has just failed for this number; used only when no other serves it.</param>
    /// <remarks>A caller id that no trunk shows any more is given up: being called by another number is better than not being warned.</remarks>
    public string RouteOf(string e164, string? callerId = null, string? avoidTrunk = null)
    {
        ulong mask = 0;
        for (int trunk = 0; trunk < _trunks.Length; trunk++)
        {
            mask |= _trunks[trunk].Serves(e164) ? 1UL << trunk : 0;
        }

        if (mask == 0)
        {
            return string.Empty;
        }

        // Asked for every recipient of an alert: the same few answers again and again.
        (ulong, string?, string?) question = (mask, callerId, avoidTrunk);
        if (_answers.TryGetValue(question, out string? known))
        {
            return known;
        }

        string route = BuildRoute(mask, callerId, avoidTrunk);
        if (_answers.Count < MostAnswers)
        {
            _answers.TryAdd(question, route);
        }

        return route;
    }

    /// <summary>What the usable trunks of a route carry as configured or learnt: calls at once, and new calls per second.</summary>
    public (int Lines, double CallsPerSecond) CapacityOf(string route)
    {
        TrunkRoute parsed = Find(route);
        lock (_gate)
        {
            int lines = 0;
            double pace = 0;
            foreach (TrunkState trunk in parsed.Trunks)
            {
                lines += trunk.OutgoingChannels;
                pace += trunk.Options.CallsPerSecond;
            }

            return (lines, pace);
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

    /// <summary>How long the INVITE of a reserved line must still wait so that the pace holds on the wire; books the moment.</summary>
    internal TimeSpan BookWire(TrunkLine line)
    {
        TimeSpan now = Now;
        lock (_gate)
        {
            TimeSpan at = line.State.WirePace.Earliest(line.State.Congestion.Factor);
            at = at > now ? at : now;
            line.State.WirePace.Started(at);
            line.State.CallsStarted++;
            line.State.Unheard++;
            line.AwaitsWord = true;
            return at - now;
        }
    }

    /// <summary>Takes in what a call told about its trunk. Called once for each call.</summary>
    internal void Report(TrunkLine line, CallEvidence evidence, TimeSpan? retryAfter, string? detail)
    {
        TimeSpan now = Now;
        TrunkHealth before;
        TrunkHealth after;
        lock (_gate)
        {
            TrunkState trunk = line.State;
            before = trunk.Health.Health;
            if (line.AwaitsWord)
            {
                line.AwaitsWord = false;
                trunk.Unheard--;
            }

            if (evidence == CallEvidence.None)
            {
                return;
            }

            trunk.LastHeard = evidence == CallEvidence.Unreachable ? trunk.LastHeard : now;
            trunk.Congestion = CongestionControl.After(trunk.Congestion, evidence, retryAfter, now);
            if (evidence == CallEvidence.Accepted)
            {
                trunk.ForbiddenInARow = 0;
                trunk.Limit.Accepted(line.InUseAtStart, now);
            }
            else if (evidence is CallEvidence.AmbiguousRefusal or CallEvidence.Overloaded)
            {
                trunk.Limit.Refused(line.InUseAtStart, now);
            }

            if (evidence is CallEvidence.Overloaded or CallEvidence.Unreachable)
            {
                trunk.NetworkFailures++;
            }

            TrunkHealthInput input = evidence == CallEvidence.Unreachable ? TrunkHealthInput.Unanswered : TrunkHealthInput.Answered;
            trunk.Health = TrunkHealthMachine.Next(trunk.Health, input, detail, trunk.Options, now);
            after = trunk.Health.Health;
        }

        Announce(line.Trunk, before, after, detail);
    }

    /// <summary>
    /// True when the trunk, not the callee, explains a refusal without ringing: its channel limit, or that it forbids every call.
    /// </summary>
    internal bool BlamesTrunk(TrunkLine line, int status)
    {
        lock (_gate)
        {
            if (status == 403)
            {
                line.State.ForbiddenInARow++;
            }

            return line.State.Limit.Explains(line.InUseAtStart) || (status == 403 && line.State.ForbiddenInARow >= ForbiddenToBlame);
        }
    }

    /// <summary>The health of a trunk, and whether calls wait on it while nothing has been heard from it for a while.</summary>
    internal (TrunkHealth Health, bool Mute) Watch(string trunk)
    {
        TimeSpan now = Now;
        lock (_gate)
        {
            TrunkState state = _byName[trunk];
            return (state.Health.Health, state.Unheard > 0 && now - state.LastHeard > MuteAfter);
        }
    }

    /// <summary>Takes in what a probe or a registration told.</summary>
    internal void Observe(string trunk, TrunkHealthInput input, string? detail)
    {
        TimeSpan now = Now;
        TrunkHealth before;
        TrunkHealth after;
        lock (_gate)
        {
            TrunkState state = _byName[trunk];
            before = state.Health.Health;
            state.LastHeard = input == TrunkHealthInput.Answered ? now : state.LastHeard;
            state.Health = TrunkHealthMachine.Next(state.Health, input, detail, state.Options, now);
            after = state.Health.Health;
        }

        Announce(trunk, before, after, detail);
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

            line = Take_NeedsLock(state, null);
            return true;
        }
    }

    internal void Release(TrunkLine line)
    {
        lock (_gate)
        {
            line.State.InUse--;
        }

        CapacityChanged?.Invoke();
    }

    private string BuildRoute(ulong mask, string? callerId, string? avoidTrunk)
    {
        List<TrunkState> serving = [.. _trunks.Where((_, index) => (mask & (1UL << index)) != 0)];
        bool kept = callerId is not null && serving.Exists(trunk => trunk.Presents(callerId));
        List<TrunkState> same = kept ? serving.FindAll(trunk => trunk.Presents(callerId!)) : serving;
        List<TrunkState> first = same.FindAll(trunk => !string.Equals(trunk.Options.Name, avoidTrunk, StringComparison.Ordinal));
        if (first.Count == 0)
        {
            first = same;
        }

        var route = new TrunkRoute(kept ? callerId : null, first, serving.FindAll(trunk => !first.Contains(trunk)));
        string key = route.ToString();
        _routes.TryAdd(key, route);
        return key;
    }

    /// <summary>The route behind a key, also behind one that was written down by an earlier process.</summary>
    private TrunkRoute Find(string route) => _routes.TryGetValue(route, out TrunkRoute? known) ? known : TrunkRoute.Parse(route, _byName);

    private bool TryTake_NeedsLock(TrunkState trunk, string? callerId, TimeSpan now, [NotNullWhen(true)] out TrunkLine? line)
    {
        line = null;
        trunk.Limit.Probe(now);
        if (!Usable_NeedsLock(trunk, now) || trunk.InUse >= trunk.OutgoingChannels)
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
        if (!allowed && trunk.Health.Health == TrunkHealth.Down && trunk.Options.ProbeInterval <= TimeSpan.Zero && trunk.Health.TrialAt > now)
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

    private TrunkLine Take_NeedsLock(TrunkState trunk, string? callerId)
    {
        trunk.InUse++;
        trunk.PeakInUse = Math.Max(trunk.PeakInUse, trunk.InUse);
        string shown = callerId is not null && trunk.Presents(callerId) ? callerId : trunk.Options.CallerId;
        return new TrunkLine(this, trunk, shown, trunk.InUse);
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

    private void Announce(string trunk, TrunkHealth before, TrunkHealth after, string? detail)
    {
        if (before == after)
        {
            return;
        }

        if (after == TrunkHealth.Up)
        {
            TelephonyLog.TrunkUsable(_log, trunk, after);
        }
        else
        {
            TelephonyLog.TrunkHealthChanged(_log, trunk, before, after, detail ?? "-");
        }

        if (after == TrunkHealth.Down)
        {
            WentDown?.Invoke(trunk);
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
