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

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(1_000)]
    public void A_gateway_that_took_all_before_its_throttling_gets_all_again_within_five_seconds(double rate)
    {
        var limiter = new RateLimiter(rate);
        _ = Feed(limiter, _ => double.PositiveInfinity, 10);
        for (int second = 0; second < 20; second++)
        {
            limiter.Throttled(_now);
            _ = Feed(limiter, _ => 0, 1);
        }

        limiter.Throttled(_now);
        TimeSpan released = _now;
        Assert.InRange(limiter.RateAt(_now), rate * 0.05, rate * 0.1);
        _now += TimeSpan.FromSeconds(5);
        (int sent, int throttled) = Feed(limiter, _ => double.PositiveInfinity, 10);
        Assert.InRange(sent, rate * 10 * 0.98, (rate * 10 * 1.02) + (rate * 0.06));
        Assert.Equal(0, throttled);
        Assert.True(limiter.RateAt(released + TimeSpan.FromSeconds(5)) >= rate * 0.98);
    }

    [Fact]
    public void A_gateway_that_took_little_before_has_the_whole_rate_within_ten_seconds_of_its_release()
    {
        var limiter = new RateLimiter(100);
        for (int second = 0; second < 20; second++)
        {
            limiter.Throttled(_now);
            _now += TimeSpan.FromSeconds(1);
        }

        limiter.Throttled(_now);
        Assert.InRange(limiter.RateAt(_now), 5, 10);
        _now += TimeSpan.FromSeconds(10);
        Assert.InRange(Feed(limiter, _ => double.PositiveInfinity, 10).Sent, 980, 1_020 + 6);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Below_a_standing_limit_most_of_it_is_used_and_little_is_throttled_until_it_is_lifted(double share)
    {
        const double Rate = 200;
        var limiter = new RateLimiter(Rate);
        _ = Feed(limiter, _ => Rate * share, 30);
        (int sent, int throttled) = Feed(limiter, _ => Rate * share, 60);
        int taken = sent - throttled;
        Assert.True(taken >= Rate * share * 60 * 0.75, $"{taken} taken");
        Assert.True(throttled <= sent * 0.04, $"{throttled} of {sent} throttled");
        _ = Feed(limiter, _ => double.PositiveInfinity, 10);
        Assert.InRange(Feed(limiter, _ => double.PositiveInfinity, 1).Sent, Rate * 0.98, Rate * 1.02 + 10);
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

    // A gateway that takes so many a second and refuses the rest, its answer 20 ms later.
    private (int Sent, int Throttled) Feed(RateLimiter limiter, Func<TimeSpan, double> limit, int seconds)
    {
        var answers = new Queue<(TimeSpan At, bool Taken)>();
        TimeSpan end = _now + TimeSpan.FromSeconds(seconds);
        TimeSpan filled = _now;
        double room = 1;
        int sent = 0;
        int throttled = 0;
        while (_now < end)
        {
            while (answers.TryPeek(out var answer) && answer.At <= _now)
            {
                _ = answers.Dequeue();
                if (answer.Taken)
                {
                    limiter.Accepted(_now);
                }
                else
                {
                    throttled++;
                    limiter.Throttled(_now);
                }
            }

            if (limiter.TryTake(_now, out TimeSpan wait))
            {
                sent++;
                double most = limit(_now);
                room = double.IsInfinity(most) ? 1 : Math.Min(Math.Max(1, most * 0.1), room + (most * (_now - filled).TotalSeconds));
                filled = _now;
                bool taken = room >= 1;
                room -= taken ? 1 : 0;
                answers.Enqueue((_now + TimeSpan.FromMilliseconds(20), taken));
                continue;
            }

            TimeSpan next = _now + wait + TimeSpan.FromTicks(1);
            _now = answers.TryPeek(out var first) && first.At < next ? first.At : next;
        }

        return (sent, throttled);
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
