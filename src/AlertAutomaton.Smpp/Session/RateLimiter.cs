namespace AlertAutomaton.Smpp.Session;

/// <summary>
/// Segments per second, as pure state with the clock passed in. A throttling answer halves the rate, at most once a second; a second after the last
/// one it climbs again by an eighth of the configured rate each second, so that it is whole at most nine seconds after the throttling ended.
/// One owner, not thread-safe.
/// </summary>
internal sealed class RateLimiter
{
    // How far the limiter makes up for a late timer; a gateway that counts in whole seconds sees at most five percent more.
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(1);
    private const double ClimbSeconds = 8;
    private const double LeastShare = 0.05;

    private readonly double _configured;
    private double _rateAfterCut;
    private TimeSpan? _lastCut;
    private TimeSpan? _lastThrottled;
    private TimeSpan? _filledAt;
    private double _tokens = 1;

    /// <summary>Begins at the configured rate.</summary>
    /// <param name="segmentsPerSecond">More than 0.</param>
    public RateLimiter(double segmentsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(segmentsPerSecond);
        _configured = _rateAfterCut = segmentsPerSecond;
    }

    /// <summary>The rate that holds now, in segments per second.</summary>
    public double RateAt(TimeSpan now)
    {
        if (_lastThrottled is not { } throttled)
        {
            return _configured;
        }

        var climbing = (now - throttled - Hold).TotalSeconds;
        return climbing <= 0 ? _rateAfterCut : Math.Min(_configured, _rateAfterCut + _configured * climbing / ClimbSeconds);
    }

    /// <summary>Takes the right to send one segment; otherwise says when to ask again.</summary>
    public bool TryTake(TimeSpan now, out TimeSpan wait)
    {
        var rate = RateAt(now);
        var most = 1 + rate * CatchUp.TotalSeconds;
        _tokens = Math.Min(most, _tokens + rate * (now - (_filledAt ?? now)).TotalSeconds);
        _filledAt = now;
        if (_tokens >= 1)
        {
            _tokens--;
            wait = TimeSpan.Zero;
            return true;
        }

        wait = TimeSpan.FromSeconds((1 - _tokens) / rate);
        return false;
    }

    /// <summary>The gateway said that we are too fast.</summary>
    public void Throttled(TimeSpan now)
    {
        // The answers to a whole window tell of one excess: they hold the rate down, but cut it once.
        if (_lastCut is not { } cut || now - cut >= Hold)
        {
            _rateAfterCut = Math.Max(RateAt(now) / 2, _configured * LeastShare);
            _lastCut = now;
        }
        else
        {
            _rateAfterCut = Math.Min(_rateAfterCut, RateAt(now));
        }

        _lastThrottled = now;
        _tokens = Math.Min(_tokens, 0);
    }
}
