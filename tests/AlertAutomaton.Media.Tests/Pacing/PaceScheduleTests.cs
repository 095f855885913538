using AlertAutomaton.Media.Pacing;

namespace AlertAutomaton.Media.Tests.Pacing;

public sealed class PaceScheduleTests
{
    private const long Frequency = 3_000_000;
    private const long Millisecond = Frequency / 1000;

    [Fact]
    public void Slots_are_4_ms_apart_and_do_not_drift_whatever_the_lateness()
    {
        var schedule = new PaceSchedule(Frequency, 777);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Equal(777 + i * 4 * Millisecond, schedule.Due);
            Assert.Equal((i % 5, i / 5), (schedule.Slot, schedule.Round));
            schedule.Advance(schedule.Due + i % 50 * Millisecond);
        }

        Assert.Equal(0, schedule.SkippedRounds);
    }

    [Fact]
    public void An_odd_frequency_does_not_drift_either()
    {
        var schedule = new PaceSchedule(3_579_545, 0);
        for (var i = 0; i < 250_000; i++)
            schedule.Advance(0);
        Assert.Equal(3_579_545 * 1000L, schedule.Due);
    }

    [Fact]
    public void A_short_delay_is_made_up_for_and_a_long_one_skipped_by_whole_rounds()
    {
        var schedule = new PaceSchedule(Frequency, 0);
        schedule.Advance(60 * Millisecond);
        Assert.Equal((1L, 0L), (schedule.Position, schedule.SkippedRounds));
        schedule.Advance(1008 * Millisecond);
        Assert.Equal(50, schedule.SkippedRounds);
        Assert.Equal(2, schedule.Slot);
        Assert.Equal(1008 * Millisecond, schedule.Due);
    }

    [Fact]
    public void Sleeping_without_members_is_no_delay()
    {
        var schedule = new PaceSchedule(Frequency, 0);
        schedule.Resume(3_600_000 * Millisecond + 1);
        Assert.Equal(0, schedule.SkippedRounds);
        Assert.Equal(3_600_004 * Millisecond, schedule.Due);
    }
}
