namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// Paces new calls: never more than the operator's figure inside any window, and spread within the window.
/// </summary>
/// <remarks>
/// Operators count INVITEs in a sliding second. A token bucket lets its whole burst through beside the steady rate, so the last N starts
/// are remembered instead: start N+1 waits until the oldest of them has left the window. A late timer then costs its lateness once per
/// window and nothing is owed. Not thread-safe: its owner holds the lock. Times are monotonic, as elapsed since any origin.
/// </remarks>
internal sealed class CallPace
{
    private readonly TimeSpan[] _starts;
    private readonly TimeSpan _window;
    private readonly TimeSpan _spacing;
    private int _count;
    private int _oldest;
    private TimeSpan _latest;

    /// <summary>A pace of that many calls per second, over 0.</summary>
    public CallPace(double callsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(callsPerSecond, 0);
        int inWindow = Math.Max(1, (int)Math.Ceiling(callsPerSecond));
        _starts = new TimeSpan[inWindow];
        _window = TimeSpan.FromSeconds(inWindow / callsPerSecond);
        _spacing = _window / inWindow / 2;
    }

    /// <summary>The earliest moment for the next call when the pace is slowed down to <paramref name="factor"/> (0-1] of itself.</summary>
    public TimeSpan Earliest(double factor)
    {
        if (_count == 0)
        {
            return TimeSpan.Zero;
        }

        TimeSpan spaced = _latest + (_spacing / factor);
        if (_count < _starts.Length)
        {
            // While slowed down the window must hold from the first calls on, not only once it is full.
            return factor < 1 ? Max(spaced, _latest + (_window / _starts.Length / factor)) : spaced;
        }

        return Max(spaced, _starts[_oldest] + (_window / factor));
    }

    /// <summary>Notes a call that starts now.</summary>
    public void Started(TimeSpan now)
    {
        _latest = now;
        if (_count < _starts.Length)
        {
            _starts[(_oldest + _count) % _starts.Length] = now;
            _count++;
            return;
        }

        _starts[_oldest] = now;
        _oldest = (_oldest + 1) % _starts.Length;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
