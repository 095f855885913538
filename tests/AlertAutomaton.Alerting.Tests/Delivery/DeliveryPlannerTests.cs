using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Tests.Delivery;

public sealed class DeliveryPlannerTests
{
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    private static readonly DeliveryPolicy AnyHour = BuiltInPolicies.Information with { QuietHours = null };

    [Fact]
    public void Information_is_three_calls_five_minutes_apart_with_a_message_on_the_machine_at_the_third()
    {
        var run = Live(AnyHour, AttemptOutcome.NoAnswer);

        Assert.Equal([0, 5, 10], run.MinutesOfAttempts);
        Assert.Equal([false, false, true], run.Steps.Select(s => s.LeaveVoicemail));
        Assert.Equal(new FinishStep(RecipientScore.Unreached, FinishReason.AttemptsExhausted), run.Finish);
    }

    [Fact]
    public void Alert_calls_each_number_twice_then_the_next_one_then_waits_for_the_next_pass()
    {
        var run = new PlannerSimulation(PlannerSimulation.Numbers(1, 2), BuiltInPolicies.Alert, TimeSpan.FromMinutes(20), [AttemptOutcome.NoAnswer]).Run();

        Assert.Equal([0, 0, 1, 1, 0, 0, 1, 1, 0], run.Steps.Select(s => s.PointIndex));
        Assert.Equal([0, 2, 2, 4, 9, 11, 11, 13, 18], run.MinutesOfAttempts);
        Assert.Equal(FinishReason.LifetimeEnded, run.Finish!.Reason);
    }

    [Fact]
    public void A_machine_is_left_the_message_once_and_the_next_number_is_tried()
    {
        var run = new PlannerSimulation(PlannerSimulation.Numbers(1, 2), BuiltInPolicies.Alert, TimeSpan.FromMinutes(6), [AttemptOutcome.Voicemail]).Run();

        Assert.Equal([0, 1, 0, 1], run.Steps.Select(s => s.PointIndex));
        Assert.Equal([true, true, false, false], run.Steps.Select(s => s.LeaveVoicemail));
        Assert.Equal(RecipientScore.VoicemailOnly, run.Finish!.Score);
    }

    [Fact]
    public void Busy_is_called_again_after_the_busy_delay()
    {
        var run = Live(BuiltInPolicies.Alert with { Lanes = [BuiltInPolicies.Alert.Lanes[2] with { Passes = 1 }] }, AttemptOutcome.Busy);

        Assert.Equal([0, 1, 2], run.MinutesOfAttempts);
    }

    [Fact]
    public void A_dead_network_is_tried_at_once_then_ever_more_slowly_and_charges_nothing()
    {
        var run = new PlannerSimulation(
            PlannerSimulation.Numbers(1),
            AnyHour,
            TwoHours,
            [.. Enumerable.Repeat(AttemptOutcome.Network, 8), AttemptOutcome.NoAnswer]).Run();

        Assert.Equal([0, 0, 5, 15, 30, 60, 60, 60], run.Attempts.Take(8).Select((a, i) => i == 0 ? 0 : (a.Begun - run.Attempts[i - 1].Ended).TotalSeconds));
        Assert.All(run.Steps.Skip(1).Take(7), step => Assert.Equal("line", step.AvoidLine));
        Assert.Equal(3, run.Attempts.Count(a => a.Outcome == AttemptOutcome.NoAnswer));
    }

    [Fact]
    public void A_network_that_fails_one_number_for_long_lets_the_others_take_turns()
    {
        var run = new PlannerSimulation(PlannerSimulation.Numbers(1, 2), AnyHour, TwoHours, [.. Enumerable.Repeat(AttemptOutcome.Network, 5), AttemptOutcome.Acknowledged]).Run();

        Assert.Equal([0, 0, 0, 0, 0, 1], run.Steps.Select(s => s.PointIndex));
    }

    [Fact]
    public void Heard_is_enough_only_when_the_policy_says_so()
    {
        Assert.Equal(FinishReason.HeardEnough, Live(AnyHour, AttemptOutcome.Heard).Finish!.Reason);
        Assert.Single(Live(AnyHour, AttemptOutcome.Heard).Attempts);
        Assert.Equal(2, Live(BuiltInPolicies.Alert with { HeardIsEnoughAfter = 2 }, AttemptOutcome.Heard).Attempts.Count);
    }

    [Fact]
    public void A_real_alert_calls_again_who_only_listened_and_stops_at_the_third_hearing()
    {
        var run = Live(BuiltInPolicies.Alert, AttemptOutcome.Heard);

        Assert.Equal(3, run.Attempts.Count);
        Assert.Equal(FinishReason.HeardEnough, run.Finish!.Reason);
        Assert.Equal(RecipientScore.ProbablyHeard, run.Finish.Score);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    [InlineData(1, 24)]
    [InlineData(4, 24)]
    public void A_real_alert_goes_on_until_its_lifetime_ends_when_nobody_answers(int numbers, int hours)
    {
        var lifetime = TimeSpan.FromHours(hours);
        var run = new PlannerSimulation(
            PlannerSimulation.Numbers([.. Enumerable.Range(1, numbers)]), BuiltInPolicies.Alert, lifetime, [AttemptOutcome.NoAnswer]).Run(TimeSpan.FromSeconds(35));

        Assert.Equal(FinishReason.LifetimeEnded, run.Finish!.Reason);
        Assert.InRange((run.Attempts[^1].Begun - PlannerSimulation.Launch) / lifetime, 0.85, 1.0);
    }

    [Fact]
    public void Quiet_hours_move_a_call_to_the_morning()
    {
        var policy = BuiltInPolicies.Information;
        var terms = new DeliveryTerms
        {
            Policy = policy,
            LaunchedAt = PlannerSimulation.Launch + TimeSpan.FromHours(2),
            ExpiresAt = PlannerSimulation.Launch + TimeSpan.FromHours(40),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        };

        var step = DeliveryPlanner.Next(new RecipientHistory { Points = PlannerSimulation.Numbers(1), Attempts = [] }, terms, terms.LaunchedAt);

        // 22:00 UTC is 23:00 in Paris; quiet ends at 8:00 there, 7:00 UTC.
        Assert.Equal(new DateTimeOffset(2026, 1, 16, 7, 0, 0, TimeSpan.Zero), Assert.IsType<AttemptStep>(step).NotBefore);
    }

    [Fact]
    public void Quiet_hours_end_at_the_local_hour_on_the_day_the_clocks_change()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var quiet = new QuietHours(new TimeOnly(21, 0), new TimeOnly(8, 0));

        // 29 March 2026: 2:00 becomes 3:00, so 8:00 in Paris is 6:00 UTC already.
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 6, 0, 0, TimeSpan.Zero), QuietTime.After(new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero), quiet, zone));
        Assert.Equal(DateTimeOffset.MaxValue, QuietTime.After(PlannerSimulation.Launch, quiet with { QuietDays = Enum.GetValues<DayOfWeek>() }, zone));
    }

    [Fact]
    public void Lanes_run_beside_each_other_and_a_trusted_person_comes_after_a_while_for_a_vulnerable_household()
    {
        var ladder = new DeliveryPolicy
        {
            Name = "ladder",
            Lanes =
            [
                new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1 },
                new DeliveryLane { Channel = ChannelKind.Voice, Lines = LineFilter.Landline, Passes = 1 },
                new DeliveryLane { Channel = ChannelKind.Voice, Lines = LineFilter.Mobile, Passes = 1, StartAfter = TimeSpan.FromMinutes(3) },
                new DeliveryLane { Channel = ChannelKind.Voice, Audience = ContactPointRole.Trusted, OnlyVulnerable = true, Passes = 1, StartAfter = TimeSpan.FromMinutes(10) },
                new DeliveryLane { Channel = ChannelKind.Email, OnlyWithout = [ChannelKind.Sms], Passes = 1 },
            ],
        };
        Assert.True(E164Number.TryParse("+33639980001", out var mobile));
        ContactPoint[] points =
        [
            ContactPoint.Sms(default, mobile), PlannerSimulation.Voice("+33199000001"), ContactPoint.Voice(default, mobile),
            ContactPoint.Email(default, "a@example.org"), PlannerSimulation.Voice("+33199000002", ContactPointRole.Trusted),
        ];

        var silent = new PlannerSimulation(points, ladder, TwoHours, [AttemptOutcome.NoAnswer], vulnerable: true).Run();
        var sturdy = new PlannerSimulation(points, ladder, TwoHours, [AttemptOutcome.NoAnswer]).Run();

        Assert.Equal([(0, 0.0), (1, 0.0), (2, 3.0), (3, 10.0)], silent.Steps.Select((s, i) => (s.Lane, silent.MinutesOfAttempts.ElementAt(i))));
        Assert.Equal([0, 1, 2], sturdy.Steps.Select(s => s.Lane));
    }

    [Fact]
    public void Another_lane_may_begin_while_one_is_open_but_the_end_waits_for_both()
    {
        var policy = new DeliveryPolicy
        {
            Name = "two",
            Lanes = [new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1 }, new DeliveryLane { Channel = ChannelKind.Voice, Passes = 1 }],
        };
        Assert.True(E164Number.TryParse("+33639980001", out var mobile));
        var life = new PlannerSimulation([ContactPoint.Sms(default, mobile), ContactPoint.Voice(default, mobile)], policy, TwoHours, []);
        life.Attempts.Add(new PastAttempt(0, 0, AttemptOutcome.Open, PlannerSimulation.Launch, PlannerSimulation.Launch));
        Assert.Equal(1, Assert.IsType<AttemptStep>(life.Next(PlannerSimulation.Launch)).Lane);

        life.Attempts.Add(new PastAttempt(1, 1, AttemptOutcome.Acknowledged, PlannerSimulation.Launch, PlannerSimulation.Launch));
        Assert.IsType<WaitStep>(life.Next(PlannerSimulation.Launch));
    }

    private static PlannerSimulation Live(DeliveryPolicy policy, params AttemptOutcome[] outcomes) =>
        new PlannerSimulation(PlannerSimulation.Numbers(1), policy, TwoHours, outcomes).Run();
}
