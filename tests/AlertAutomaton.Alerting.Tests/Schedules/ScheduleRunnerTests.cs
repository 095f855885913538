using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Schedules;

namespace AlertAutomaton.Alerting.Tests.Schedules;

public sealed class ScheduleRunnerTests
{
    private static readonly (OccurrenceOutcome, MissReason) Launched = (OccurrenceOutcome.Launched, MissReason.None);
    private static readonly Recurrence AtNine = new Recurrence.Once(new DateTime(2026, 6, 1, 9, 0, 0));
    private static readonly Recurrence EveryNine = new Recurrence.Daily(new TimeOnly(9, 0));

    [Fact]
    public async Task A_planned_alert_is_launched_once_at_its_moment_and_is_done()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine);

        await rig.PassAsync(TimeSpan.FromMinutes(59.99));
        Assert.Empty(rig.Launched);
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero), rig.Runner.Health.NextDue);
        await rig.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(["01T09:00"], rig.Launched);
        var record = Assert.Single(rig.Store.Records(id));
        Assert.NotNull(record.Alert);
        Assert.InRange(record.RecordedAt - record.Occurrence.At, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(ScheduleState.Done, rig.Store.Row(id).State);
        Assert.Null(rig.Runner.Health.NextDue);
    }

    [Fact]
    public async Task A_daily_one_goes_on_and_its_reminders_come_between()
    {
        await using var rig = new RunnerRig();
        await rig.PlanAsync(EveryNine, LateLaunch.Never, new DateTimeOffset(2026, 6, 3, 18, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2), TimeSpan.FromDays(1));

        await rig.PassAsync(TimeSpan.FromDays(3.5));

        Assert.Equal(["01T09:00", "02T09:00", "02T18:00", "03T09:00", "03T16:00", "04T09:00"], rig.Launched);
    }

    [Fact]
    public async Task A_missed_one_that_may_not_be_late_stays_missed_with_its_reason()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine);

        rig.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(3));
        await rig.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(rig.Launched);
        Assert.Equal([(OccurrenceOutcome.Missed, MissReason.FoundLate)], rig.Outcomes(id));
        Assert.Equal(ScheduleState.Done, rig.Store.Row(id).State);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task A_missed_one_is_launched_late_only_within_its_limit(int minutesLate, bool isLaunched)
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine, LateLaunch.Within(TimeSpan.FromMinutes(30)));

        rig.Time.Advance(TimeSpan.FromMinutes(60 + minutesLate));
        await rig.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([isLaunched ? Launched : (OccurrenceOutcome.Missed, MissReason.FoundLate)], rig.Outcomes(id));
        Assert.Equal(isLaunched ? 1 : 0, rig.Launched.Count);
    }

    [Fact]
    public async Task Of_several_late_ones_only_the_last_is_launched_and_the_others_are_on_file()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(EveryNine, LateLaunch.Within(TimeSpan.FromDays(2.5)));

        rig.Time.Advance(TimeSpan.FromDays(3.5));
        await rig.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["04T09:00"], rig.Launched);
        Assert.Equal([(OccurrenceOutcome.Missed, MissReason.FoundLate), (OccurrenceOutcome.Missed, MissReason.Overtaken), (OccurrenceOutcome.Missed, MissReason.Overtaken), Launched], rig.Outcomes(id));
    }

    [Fact]
    public async Task A_year_without_the_machine_is_written_down_and_the_next_day_launched()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(new Recurrence.Weekly(new TimeOnly(9, 0), Enum.GetValues<DayOfWeek>()));

        rig.Time.Advance(TimeSpan.FromDays(1500));
        await rig.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(1501, rig.Outcomes(id).Count);
        Assert.Equal(Launched, rig.Outcomes(id)[^1]);
        Assert.Single(rig.Launched);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Steps_of_seconds_neither_lose_nor_double(int seconds)
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(EveryNine);

        await rig.PassAsync(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(2));
        rig.Time.StepWallClock(TimeSpan.FromSeconds(seconds));
        await rig.PassAsync(TimeSpan.FromSeconds(12));
        rig.Time.StepWallClock(TimeSpan.FromSeconds(-seconds));
        await rig.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(["01T09:00", "02T09:00"], rig.Launched);
        Assert.All(rig.Outcomes(id), outcome => Assert.Equal(Launched, outcome));
    }

    [Fact]
    public async Task A_jump_of_two_hours_over_the_moment_is_found_within_a_minute()
    {
        await using var rig = new RunnerRig();
        var never = await rig.PlanAsync(AtNine);
        var late = await rig.PlanAsync(AtNine, LateLaunch.Within(TimeSpan.FromHours(3)));

        await rig.PassAsync(TimeSpan.FromMinutes(10));
        rig.Time.StepWallClock(TimeSpan.FromHours(2));
        await rig.PassAsync(TimeSpan.FromMinutes(1.1));

        Assert.Equal([(OccurrenceOutcome.Missed, MissReason.FoundLate)], rig.Outcomes(never));
        Assert.Equal([Launched], rig.Outcomes(late));
    }

    [Fact]
    public async Task A_clock_that_goes_back_an_hour_repeats_nothing()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(EveryNine, LateLaunch.Within(TimeSpan.FromHours(3)));

        await rig.PassAsync(TimeSpan.FromMinutes(70));
        rig.Time.StepWallClock(TimeSpan.FromHours(-1));
        rig.Restart();
        await rig.PassAsync(TimeSpan.FromHours(5));

        Assert.Equal(["01T09:00"], rig.Launched);
        Assert.Equal([Launched], rig.Outcomes(id));
        Assert.Equal(new DateTimeOffset(2026, 6, 2, 9, 0, 0, TimeSpan.Zero), rig.Store.Row(id).Next!.Value.At);
    }

    [Fact]
    public async Task A_process_that_dies_between_launch_and_record_launches_nothing_twice()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine, LateLaunch.Within(TimeSpan.FromMinutes(30)));
        rig.AfterAccepting = () => rig.Store.RecordingFails = true;
        await rig.PassAsync(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(10));

        rig.Restart();
        rig.AfterAccepting = () => { };
        rig.Store.RecordingFails = false;
        await rig.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["01T09:00"], rig.Launched);
        Assert.Equal([Launched], rig.Outcomes(id));
    }

    [Fact]
    public async Task A_launch_that_a_crash_left_in_doubt_for_too_long_is_not_made_again()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine);
        rig.AfterAccepting = () => rig.Store.RecordingFails = true;
        await rig.PassAsync(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(10));

        rig.Restart();
        rig.Store.RecordingFails = false;
        rig.Time.Advance(TimeSpan.FromHours(8));
        await rig.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["01T09:00"], rig.Launched);
        Assert.Equal([(OccurrenceOutcome.Missed, MissReason.Interrupted)], rig.Outcomes(id));
    }

    [Fact]
    public async Task A_record_that_cannot_be_written_is_written_later_without_another_launch()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine);
        rig.Store.RecordingFails = true;
        await rig.PassAsync(TimeSpan.FromHours(4));
        Assert.Equal((1, "The disk is full."), (rig.Runner.Health.Failing, rig.Runner.Health.Trouble));

        rig.Store.RecordingFails = false;
        await rig.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, rig.Tries);
        Assert.Equal([Launched], rig.Outcomes(id));
        Assert.Equal((0, (string?)null, "The disk is full."), (rig.Runner.Health.Failing, rig.Runner.Health.Trouble, rig.Runner.Health.LastError));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_tried_again_and_nothing_is_lost()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine);
        rig.Store.ReadingFails = true;
        await rig.PassAsync(TimeSpan.FromMinutes(60.5));
        Assert.Equal("The disk is full.", rig.Runner.Health.Trouble);

        rig.Store.ReadingFails = false;
        await rig.PassAsync(TimeSpan.FromMinutes(1.5));

        Assert.Equal([Launched], rig.Outcomes(id));
        Assert.Null(rig.Runner.Health.Trouble);
    }

    [Fact]
    public async Task A_failing_launch_is_tried_again_with_growing_pauses_until_it_succeeds()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine, LateLaunch.Within(TimeSpan.FromMinutes(30)));
        rig.Answer = () => new LaunchResult(LaunchVerdict.StoreUnavailable, default, ["The store is busy."]);
        await rig.PassAsync(TimeSpan.FromMinutes(60) + TimeSpan.FromSeconds(40));
        Assert.Equal(6, rig.Tries);

        rig.Answer = () => null;
        await rig.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([Launched], rig.Outcomes(id));
    }

    [Fact]
    public async Task A_launch_that_fails_until_it_is_too_late_is_missed_with_its_last_error()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(EveryNine, LateLaunch.Within(TimeSpan.FromMinutes(30)));
        rig.Answer = () => new LaunchResult(LaunchVerdict.NotReady, default, ["The voice is silent."]);
        await rig.PassAsync(TimeSpan.FromMinutes(95));
        rig.Answer = () => null;
        await rig.PassAsync(TimeSpan.FromHours(24));

        Assert.Equal([(OccurrenceOutcome.Missed, MissReason.LaunchFailed), Launched], rig.Outcomes(id));
        Assert.Equal("The voice is silent.", rig.Store.Records(id)[0].Detail);
        Assert.Equal(["02T09:00"], rig.Launched);
    }

    [Fact]
    public async Task A_launch_that_throws_holds_up_no_other_planned_alert()
    {
        await using var rig = new RunnerRig();
        var first = await rig.PlanAsync(AtNine);
        var second = await rig.PlanAsync(AtNine);
        rig.Answer = () => rig.Tries > 1 ? null : throw new TimeoutException("The voice server does not answer.");

        await rig.PassAsync(TimeSpan.FromMinutes(60.5));

        Assert.Equal([Launched], rig.Outcomes(first));
        Assert.Equal([Launched], rig.Outcomes(second));
        Assert.Equal(3, rig.Tries);
    }

    [Fact]
    public async Task A_refused_order_is_on_file_with_its_faults_and_not_tried_again()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine);
        rig.Answer = () => new LaunchResult(LaunchVerdict.Invalid, default, ["Policy: there is no 'alert' any more."]);

        await rig.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(1, rig.Tries);
        var record = Assert.Single(rig.Store.Records(id));
        Assert.Equal((OccurrenceOutcome.Refused, "Policy: there is no 'alert' any more."), (record.Outcome, record.Detail));
    }

    [Fact]
    public async Task What_passes_in_a_pause_is_missed_and_what_comes_after_is_launched()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(EveryNine, LateLaunch.Within(TimeSpan.FromDays(3)));
        await rig.Store.ChangeAsync(id, ScheduleChange.Pause, "clerk", null, CancellationToken.None);
        await rig.PassAsync(TimeSpan.FromDays(2));

        await rig.Store.ChangeAsync(id, ScheduleChange.Resume, "clerk", null, CancellationToken.None);
        await rig.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal([(OccurrenceOutcome.Missed, MissReason.Paused), (OccurrenceOutcome.Missed, MissReason.Paused), Launched], rig.Outcomes(id));
        Assert.Equal(["03T09:00"], rig.Launched);
    }

    [Fact]
    public async Task One_that_is_cancelled_between_two_tries_is_not_tried_again()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(AtNine, LateLaunch.Within(TimeSpan.FromHours(1)));
        rig.Answer = () => new LaunchResult(LaunchVerdict.StoreUnavailable, default, ["The store is busy."]);
        await rig.PassAsync(TimeSpan.FromMinutes(61));
        var tries = rig.Tries;

        await rig.Store.ChangeAsync(id, ScheduleChange.Cancel, "clerk", null, CancellationToken.None);
        await rig.PassAsync(TimeSpan.FromMinutes(30));

        Assert.True(tries > 0);
        Assert.Equal(tries, rig.Tries);
        Assert.Equal(0, rig.Runner.Health.Failing);
    }

    [Fact]
    public async Task A_cancelled_one_is_never_launched()
    {
        await using var rig = new RunnerRig();
        var id = await rig.PlanAsync(EveryNine);
        await rig.PassAsync(TimeSpan.FromDays(1));
        await rig.Store.ChangeAsync(id, ScheduleChange.Cancel, "clerk", null, CancellationToken.None);

        await rig.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(["01T09:00"], rig.Launched);
    }

    [Fact]
    public async Task The_loop_wakes_at_the_moment_and_when_something_was_planned()
    {
        await using var rig = new RunnerRig();
        var launched = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.AfterAccepting = () => launched.TrySetResult();
        rig.Runner.Start();
        await SpinUntilAsync(() => rig.Time.ArmedTimers == 1);

        await rig.PlanAsync(new Recurrence.Once(new DateTime(2026, 6, 1, 8, 0, 20)));
        rig.Runner.Wake();
        await SpinUntilAsync(() => rig.Time.NextDue == new DateTimeOffset(2026, 6, 1, 8, 0, 20, TimeSpan.Zero));
        rig.Time.Advance(TimeSpan.FromSeconds(20));

        await launched.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        await rig.Runner.StopAsync();
        Assert.Equal(["01T08:00"], rig.Launched);
    }

    private static async Task SpinUntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
