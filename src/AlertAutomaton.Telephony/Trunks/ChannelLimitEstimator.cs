namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// Learns how many calls a trunk really carries, where the operator's limit is lower than what was configured.
/// </summary>
/// <remarks>
/// Trunks tell "no channel left" with 403, 480, 486 or 503, which also have honest meanings. The difference shows in numbers: above the
/// limit every call is refused without ringing, at and below it most are taken. So accepted and refused calls are counted by the number of
/// calls in use when each was sent. A limit is learnt when eight calls above it were all refused and at least half of those below it were
/// taken; a storm of honest 486 fails the second half. Two more things keep honest refusals from looking like a limit. A busy tone comes back at
/// once and a ringing tone seconds later: a call that was sent before a refused one, at a higher load, and has not been refused itself was taken,
/// although nothing was heard of it yet. And where many are refused below the limit (the last pass calls the phones that are always off),
/// a row of refusals above it says little: it must be so long that chance explains it once in a million.
/// After a while the limit is probed upwards, in steps that double while they succeed and grow rarer when they fail.
/// Refusals at loads that a learnt limit should carry, with nothing accepted between them, prove that it was
/// an outage and no limit: then it is forgotten, or the trunk would stay half used when it returns.
/// Not thread-safe: its owner holds the lock. Times are monotonic.
/// </remarks>
internal sealed class ChannelLimitEstimator
{
    private const int RefusalsToBelieve = 8;
    private const double RefusalsToSuspect = 2;
    private const int AcceptancesToCompare = 4;
    private static readonly double OnceInAMillion = Math.Log(1e-6);
    private static readonly TimeSpan HalfLife = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstProbe = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Growth = TimeSpan.FromSeconds(10);
    private readonly int _configured;
    private readonly double[] _accepted;
    private readonly double[] _refused;
    private readonly List<(int Load, TimeSpan At)> _unheard = [];
    private TimeSpan _decayed;
    private TimeSpan _nextProbe;
    private bool _probing;
    private int _proven;
    private int _step = 1;
    private int _contradictions;
    private TimeSpan _probeInterval = FirstProbe;

    /// <summary>An estimator for a trunk of that many configured channels, at least 1.</summary>
    public ChannelLimitEstimator(int configured)
    {
        _configured = configured;
        _accepted = new double[configured + 1];
        _refused = new double[configured + 1];
        Limit = configured;
    }

    /// <summary>Channels believed to exist, 1 up to the configured number.</summary>
    public int Limit { get; private set; }

    /// <summary>
    /// True when a refusal without ringing of a call that was the <paramref name="inUse"/>-th is better explained by a full trunk than by
    /// the callee: it is not the first that was refused above everything accepted, and most calls below were taken.
    /// </summary>
    /// <param name="inUse">The calls in use with it.</param>
    /// <param name="sent">When it was sent; null when that is not known.</param>
    /// <remarks>
    /// While an alert ramps up every call is above everything accepted so far; one busy resident there is only a busy resident. A call that was sent
    /// earlier at such a load and still waits for a word was taken: refusals come at once. Later ones had no time to be refused.
    /// </remarks>
    public bool Explains(int inUse, TimeSpan? sent = null)
    {
        int at = Clamp(inUse);
        int highest = _configured;
        while (highest > 0 && _accepted[highest] < 0.5)
        {
            highest--;
        }

        return at > highest && !_unheard.Exists(call => call.Load > highest && call.At < sent) && Sum(_refused, highest + 1, _configured) >= RefusalsToSuspect && MostAccepted(highest);
    }

    /// <summary>Notes that a call was sent; what is heard of it comes by <see cref="Heard"/> and the two after it.</summary>
    public void Sent(int inUse, TimeSpan at) => _unheard.Add((Clamp(inUse), at));

    /// <summary>Notes that something was heard of a call; before <see cref="Accepted"/> or <see cref="Refused"/>.</summary>
    public void Heard(int inUse, TimeSpan at) => _unheard.Remove((Clamp(inUse), at));

    /// <summary>Notes that the <paramref name="inUse"/>-th call at one time was taken.</summary>
    public void Accepted(int inUse, TimeSpan now)
    {
        Decay(now);
        int at = Clamp(inUse);
        _accepted[at]++;
        _contradictions = 0;
        if (_probing && at > _proven)
        {
            _proven = at;
            if (at >= Limit)
            {
                _probing = false;
                _step *= 2;
                _probeInterval = FirstProbe;
                _nextProbe = now + Growth;
            }
        }
    }

    /// <summary>Notes that the <paramref name="inUse"/>-th call at one time was refused without ringing.</summary>
    /// <param name="inUse">The calls in use with it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="sent">When it was sent; null when that is not known.</param>
    public void Refused(int inUse, TimeSpan now, TimeSpan? sent = null)
    {
        Decay(now);
        int at = Clamp(inUse);
        _refused[at]++;
        if (_probing && at > _proven)
        {
            Limit = _proven;
            _probing = false;
            _step = 1;
            _probeInterval = _probeInterval * 2 > LongestProbe ? LongestProbe : _probeInterval * 2;
            _nextProbe = now + _probeInterval;
            return;
        }

        if (Limit < _configured && at <= Limit && ++_contradictions >= RefusalsToBelieve)
        {
            Forget();
            return;
        }

        Learn(now, sent ?? now);
    }

    /// <summary>Raises a learnt limit by one when it is time to see whether it still holds.</summary>
    public void Probe(TimeSpan now)
    {
        if (_probing || Limit >= _configured || now < _nextProbe)
        {
            return;
        }

        _probing = true;
        _proven = Limit;
        Limit = Math.Min(_configured, Limit + _step);
        Array.Clear(_accepted, _proven + 1, Limit - _proven);
        Array.Clear(_refused, _proven + 1, Limit - _proven);
    }

    private void Forget()
    {
        Limit = _configured;
        _probing = false;
        _contradictions = 0;
        Array.Clear(_accepted);
        Array.Clear(_refused);
    }

    private void Learn(TimeSpan now, TimeSpan sent)
    {
        int taken = 0;
        foreach ((int load, TimeSpan at) in _unheard)
        {
            taken = at < sent ? Math.Max(taken, load) : taken;
        }

        double refusedAbove = 0;
        for (int load = Limit; load > 1; load--)
        {
            if (_accepted[load] >= 0.5 || load <= taken)
            {
                return;
            }

            refusedAbove += _refused[load];
            bool edge = _accepted[load - 1] >= 0.5;
            if (edge && refusedAbove >= RefusalsToBelieveAbove(load - 1) && MostAccepted(load - 1))
            {
                Limit = load - 1;
                _probing = false;
                _step = 1;
                _contradictions = 0;
                _probeInterval = FirstProbe;
                _nextProbe = now + FirstProbe;
                return;
            }
        }
    }

    private double RefusalsToBelieveAbove(int load)
    {
        double refused = Sum(_refused, 1, load);
        double share = refused / Math.Max(refused + Sum(_accepted, 1, load), 1);
        return share <= 0 ? RefusalsToBelieve : Math.Max(RefusalsToBelieve, OnceInAMillion / Math.Log(share));
    }

    private bool MostAccepted(int upTo)
    {
        double accepted = Sum(_accepted, 1, upTo);
        return accepted >= AcceptancesToCompare && accepted >= Sum(_refused, 1, upTo);
    }

    private void Decay(TimeSpan now)
    {
        if (now - _decayed < HalfLife)
        {
            return;
        }

        _decayed = now;
        for (int load = 0; load <= _configured; load++)
        {
            _accepted[load] /= 2;
            _refused[load] /= 2;
        }
    }

    private int Clamp(int inUse) => Math.Clamp(inUse, 1, _configured);

    private static double Sum(double[] counts, int from, int to)
    {
        double sum = 0;
        for (int load = from; load <= to; load++)
        {
            sum += counts[load];
        }

        return sum;
    }
}
