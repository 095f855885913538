using AlertAutomaton.Smpp.Session;

namespace AlertAutomaton.Smpp.Tests.Session;

public sealed class RateLimiterTests
{
    private TimeSpan _now = TimeSpan.FromSeconds(50);

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(333)]
    [InlineData(5_000)]
    public void The_rate_is_kept_within_two_percent(double rate)
    {
        var limiter = new RateLimiter(rate);
        int sent = SendFor(limiter, 100);
        Assert.InRange(sent, rate * 100 * 0.98, rate * 100 * 1.02 + 1);
    }

    [Fact]
    public void A_late_timer_is_made_up_for_but_a_pause_is_not()
    {
        var limiter = new RateLimiter(1_000);
        _ = limiter.TryTake(_now, out _);
        _now += TimeSpan.FromSeconds(30);
        int burst = 0;
        while (limiter.TryTake(_now, out _))
        {
            burst++;
        }

        Assert.Equal(51, burst);
    }

    [Fact]
    public void Throttling_slows_down_and_after_it_the_rate_is_back_in_ten_seconds()
    {
        var limiter = new RateLimiter(100);
        _ = SendFor(limiter, 10);
        for (int second = 0; second < 20; second++)
        {
            limiter.Throttled(_now);
            _ = SendFor(limiter, 1);
        }

        limiter.Throttled(_now);
        Assert.InRange(limiter.RateAt(_now), 5, 10);
        _now += TimeSpan.FromSeconds(10);
        Assert.InRange(SendFor(limiter, 10), 980, 1_020 + 6);
    }

    [Fact]
    public void The_answers_to_one_window_cut_the_rate_once()
    {
        var limiter = new RateLimiter(100);
        for (int i = 0; i < 50; i++)
        {
            limiter.Throttled(_now + TimeSpan.FromMilliseconds(i));
        }

        Assert.Equal(50, limiter.RateAt(_now + TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public void The_rate_never_falls_to_nothing()
    {
        var limiter = new RateLimiter(10);
        for (int i = 0; i < 100; i++)
        {
            limiter.Throttled(_now);
            _now += TimeSpan.FromSeconds(1);
        }

        Assert.True(limiter.RateAt(_now) >= 0.5);
    }

    private int SendFor(RateLimiter limiter, int seconds)
    {
        var end = _now + TimeSpan.FromSeconds(seconds);
        int sent = 0;
        while (_now < end)
        {
            if (limiter.TryTake(_now, out var wait))
            {
                sent++;
            }
            else
            {
                _now += wait + TimeSpan.FromTicks(1);
            }
        }

        return sent;
    }
}
