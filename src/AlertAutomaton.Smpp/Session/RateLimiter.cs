namespace AlertAutomaton.Smpp.Session;

/// <summary>
/// Segments per second, as pure state with the clock passed in. A throttling answer halves the rate, at most once a second. Half a second after the
/// last one it doubles every half second up to nearly the last good rate, which is what the gateway really took in one of the last seconds; there it
/// waits a moment, and then it climbs by an eighth of the configured rate each second. So it is whole five seconds after a gateway that took all
/// before ends its throttling, and at most nine seconds after one whose limit was low; and below a standing limit it stays most of the time.
/// One owner, not thread-safe.
/// </summary>
internal sealed class RateLimiter
{
    // How far the limiter makes up for a late timer; a gateway that counts in whole seconds sees at most five percent more.
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan CutInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(0.5);
    private const double DoublingSeconds = 0.5;
    private const double PlateauSeconds = 1;
    private const double ClimbSeconds = 8;
    private const double NearlyGood = 0.95;
    private const double LeastShare = 0.05;

    private readonly double _configured;
    private readonly AcceptedRate _accepted = new();
    private double _rateAfterCut;
    private double _goodRate;
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

        var seconds = (now - throttled - Hold).TotalSeconds;
        if (seconds <= 0)
        {
            return _rateAfterCut;
        }

        var knee = Math.Max(_rateAfterCut, _goodRate * NearlyGood);
        var toKnee = Math.Log2(knee / _rateAfterCut) * DoublingSeconds;
        if (seconds <= toKnee)
        {
            return _rateAfterCut * Math.Pow(2, seconds / DoublingSeconds);
        }

        var climbing = Math.Max(0, seconds - toKnee - PlateauSeconds);
        return Math.Min(_configured, knee + _configured * climbing / ClimbSeconds);
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

    /// <summary>The gateway took a segment.</summary>
    public void Accepted(TimeSpan now) => _accepted.Count(now);

    /// <summary>The gateway said that we are too fast.</summary>
    public void Throttled(TimeSpan now)
    {
        var rate = RateAt(now);

        // While nothing is taken the last good rate is remembered; it is measured anew when the gateway takes what we then send.
        if (_lastThrottled is null || rate > _goodRate * NearlyGood)
        {
            _goodRate = Math.Min(_accepted.BestAt(now), _configured);
        }

        // The answers to a whole window tell of one excess: they hold the rate down, but cut it once.
        if (_lastCut is not { } cut || now - cut >= CutInterval)
        {
            _rateAfterCut = Math.Max(rate / 2, _configured * LeastShare);
            _lastCut = now;
        }
        else
        {
            _rateAfterCut = Math.Min(_rateAfterCut, rate);
        }

        _lastThrottled = now;
        _tokens = Math.Min(_tokens, 0);
    }
}
