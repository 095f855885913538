namespace AlertAutomaton.Sip.Admission;

/// <summary>A token bucket: filled by time, emptied by packets. Pure arithmetic; the caller brings the clock.</summary>
internal struct TokenBucketState
{
    private double _tokens;
    private TimeSpan _filled;

    public static TokenBucketState Full(double burst, TimeSpan now) => new() { _tokens = burst, _filled = now };

    public bool TryTake(double perSecond, double burst, TimeSpan now)
    {
        // A clock that steps back must not take tokens away.
        var elapsed = Math.Max(0, (now - _filled).TotalSeconds);
        _tokens = Math.Min(burst, _tokens + (elapsed * perSecond));
        _filled = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
