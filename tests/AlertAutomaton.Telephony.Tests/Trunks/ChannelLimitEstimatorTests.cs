using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Tests.Trunks;

public sealed class ChannelLimitEstimatorTests
{
    [Fact]
    public void A_hidden_limit_is_learnt_within_a_minute_and_rejections_stay_under_two_percent_after_it()
    {
        const int Hidden = 20;
        var estimator = new ChannelLimitEstimator(60);
        var ends = new Queue<TimeSpan>();
        int refusedLate = 0;
        int placedLate = 0;
        for (TimeSpan now = TimeSpan.Zero; now < TimeSpan.FromMinutes(20); now += TimeSpan.FromMilliseconds(100))
        {
            while (ends.TryPeek(out TimeSpan end) && end <= now)
            {
                ends.Dequeue();
            }

            estimator.Probe(now);
            if (ends.Count >= estimator.Limit)
            {
                continue;
            }

            bool late = now > TimeSpan.FromMinutes(1);
            int load = ends.Count + 1;
            placedLate += late ? 1 : 0;
            if (load > Hidden)
            {
                estimator.Refused(load, now);
                refusedLate += late ? 1 : 0;
                continue;
            }

            estimator.Accepted(load, now);
            ends.Enqueue(now + TimeSpan.FromSeconds(20));
        }

        Assert.InRange(estimator.Limit, Hidden, Hidden + 1);
        Assert.True(refusedLate <= placedLate * 0.02, $"{refusedLate} of {placedLate}");
    }

    // Busy tones at once, ringing tones four seconds later: what a town with many busy phones looks like from the first second on.
    [Theory]
    [InlineData(8, 20, 4.0)]
    [InlineData(8, 100, 4.0)]
    [InlineData(40, 20, 1.5)]
    [InlineData(50, 50, 3.0)]
    public void Honest_busy_tones_never_lower_the_channels_of_a_town(int busyPercent, int perSecond, double ringingAfter)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var trunk = new SimulatedTrunk(60, int.MaxValue, TimeSpan.FromSeconds(ringingAfter));
            trunk.Run(TimeSpan.FromMinutes(6), perSecond, () => random.Next(100) < busyPercent);
            Assert.True(trunk.LowestLimit == 60, $"seed {seed}: {trunk.LowestLimit}");
            Assert.Equal(0, trunk.BlamedForHonest);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_hidden_limit_is_learnt_among_busy_tones_and_late_ringing(int busyPercent)
    {
        var random = new Random(7);
        var trunk = new SimulatedTrunk(60, 20, TimeSpan.FromSeconds(4));
        trunk.Run(TimeSpan.FromMinutes(2), 20, () => random.Next(100) < busyPercent);
        Assert.InRange(trunk.Limit, 19, 22);
        trunk.Forget();
        trunk.Run(TimeSpan.FromMinutes(20), 20, () => random.Next(100) < busyPercent);
        Assert.InRange(trunk.Limit, 19, 22);
        Assert.True(trunk.OverLimit <= trunk.Placed * 0.02, $"{trunk.OverLimit} of {trunk.Placed}");
    }

    [Fact]
    public void A_storm_of_honest_busy_tones_teaches_no_limit()
    {
        var estimator = new ChannelLimitEstimator(30);
        for (int call = 0; call < 2000; call++)
        {
            int load = 1 + (call % 9);
            if (call % 5 == 0)
            {
                estimator.Accepted(load, TimeSpan.FromSeconds(call / 10.0));
            }
            else
            {
                estimator.Refused(load, TimeSpan.FromSeconds(call / 10.0));
            }
        }

        Assert.Equal(30, estimator.Limit);
        Assert.False(estimator.Explains(12));
    }

    [Fact]
    public void From_the_third_refusal_above_everything_accepted_on_the_trunk_explains_it()
    {
        var estimator = new ChannelLimitEstimator(30);
        for (int load = 1; load <= 10; load++)
        {
            estimator.Accepted(load, TimeSpan.Zero);
        }

        Assert.False(estimator.Explains(11));
        estimator.Refused(11, TimeSpan.Zero);
        Assert.False(estimator.Explains(11));
        estimator.Refused(12, TimeSpan.Zero);
        Assert.True(estimator.Explains(11));
        Assert.False(estimator.Explains(10));
    }

    [Fact]
    public void The_first_call_ever_is_judged_at_its_word()
    {
        Assert.False(new ChannelLimitEstimator(30).Explains(1));
    }

    [Fact]
    public void A_limit_that_was_lifted_is_found_again()
    {
        var estimator = new ChannelLimitEstimator(30);
        for (int load = 1; load <= 10; load++)
        {
            estimator.Accepted(load, TimeSpan.Zero);
        }

        for (int refusal = 0; refusal < 8; refusal++)
        {
            estimator.Refused(11, TimeSpan.FromSeconds(1));
        }

        Assert.Equal(10, estimator.Limit);
        TimeSpan now = TimeSpan.FromSeconds(1);
        while (estimator.Limit < 30 && now < TimeSpan.FromHours(1))
        {
            now += TimeSpan.FromSeconds(30);
            estimator.Probe(now);
            estimator.Accepted(estimator.Limit, now);
        }

        Assert.Equal(30, estimator.Limit);
    }

    [Fact]
    public void An_outage_that_looked_like_a_limit_is_forgotten_when_it_refuses_every_load()
    {
        var estimator = new ChannelLimitEstimator(30);
        for (int load = 1; load <= 10; load++)
        {
            estimator.Accepted(load, TimeSpan.Zero);
        }

        for (int refusal = 0; refusal < 8; refusal++)
        {
            estimator.Refused(11, TimeSpan.FromSeconds(1));
        }

        Assert.Equal(10, estimator.Limit);
        for (int load = 9; load >= 2; load--)
        {
            estimator.Refused(load, TimeSpan.FromSeconds(2));
        }

        Assert.Equal(30, estimator.Limit);
    }

    [Fact]
    public void Probing_finds_a_much_higher_limit_in_minutes_and_falls_back_to_what_was_proven()
    {
        var estimator = new ChannelLimitEstimator(200);
        for (int load = 1; load <= 10; load++)
        {
            estimator.Accepted(load, TimeSpan.Zero);
        }

        for (int refusal = 0; refusal < 8; refusal++)
        {
            estimator.Refused(11, TimeSpan.FromSeconds(1));
        }

        const int Real = 100;
        int refused = 0;
        for (TimeSpan now = TimeSpan.FromSeconds(2); now < TimeSpan.FromMinutes(4); now += TimeSpan.FromSeconds(1))
        {
            estimator.Probe(now);
            for (int load = 1; load <= estimator.Limit; load++)
            {
                if (load > Real)
                {
                    estimator.Refused(load, now);
                    refused++;
                    break;
                }

                estimator.Accepted(load, now);
            }
        }

        Assert.Equal(Real, estimator.Limit);
        Assert.InRange(refused, 1, 2);
    }
}
