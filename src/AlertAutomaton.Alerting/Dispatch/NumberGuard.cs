using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>
/// Keeps the floor between two calls to one number over households and alerts that share it, and never two calls at once. Holds only
/// numbers called lately. Owned by the dispatcher's loop.
/// </summary>
internal sealed class NumberGuard
{
    private static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    private readonly Dictionary<E164Number, NumberUse> _uses = [];
    private int _sweepAt = 4096;

    /// <summary>Asks whether a number may be called now.</summary>
    /// <param name="number">The number; the empty one is always free.</param>
    /// <param name="floor">The least time since the last call to it ended.</param>
    /// <param name="now">The moment.</param>
    /// <param name="notBefore">When to ask again; null while a call to it is open: <see cref="NumberUse.Waiting"/> is told.</param>
    public bool MayCall(E164Number number, TimeSpan floor, DateTimeOffset now, out DateTimeOffset? notBefore)
    {
        notBefore = null;
        if (number.IsEmpty || !_uses.TryGetValue(number, out var use))
        {
            return true;
        }

        if (use.InFlight)
        {
            return false;
        }

        notBefore = use.Ended + floor;
        return use.Ended is null || notBefore <= now;
    }

    public void Begin(E164Number number, DateTimeOffset now)
    {
        if (number.IsEmpty)
        {
            return;
        }

        if (_uses.Count >= _sweepAt)
        {
            Sweep(now);
        }

        if (!_uses.TryGetValue(number, out var use))
        {
            _uses.Add(number, use = new NumberUse());
        }

        use.InFlight = true;
    }

    /// <summary>Wakes <paramref name="again"/> when the open call to the number is over.</summary>
    public void WaitFor(E164Number number, Action again) => (_uses[number].Waiting ??= []).Add(again);

    public void End(E164Number number, bool rang, DateTimeOffset now)
    {
        if (number.IsEmpty || !_uses.TryGetValue(number, out var use))
        {
            return;
        }

        use.InFlight = false;
        use.Ended = rang ? now : use.Ended;
        var waiting = use.Waiting;
        use.Waiting = null;
        if (use.Ended is null && waiting is null)
        {
            _uses.Remove(number);
        }

        waiting?.ForEach(again => again());
    }

    /// <summary>Remembers a call of an earlier process.</summary>
    public void Remember(E164Number number, DateTimeOffset ended, DateTimeOffset now)
    {
        if (number.IsEmpty || now - ended > Forget)
        {
            return;
        }

        if (!_uses.TryGetValue(number, out var use))
        {
            _uses.Add(number, use = new NumberUse());
        }

        use.Ended = use.Ended > ended ? use.Ended : ended;
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (number, use) in _uses)
        {
            if (!use.InFlight && use.Waiting is null && (use.Ended is null || now - use.Ended > Forget))
            {
                _uses.Remove(number);
            }
        }

        _sweepAt = Math.Max(4096, _uses.Count * 2);
    }

    /// <summary>What is known of one number.</summary>
    private sealed class NumberUse
    {
        public bool InFlight { get; set; }

        public DateTimeOffset? Ended { get; set; }

        public List<Action>? Waiting { get; set; }
    }
}
