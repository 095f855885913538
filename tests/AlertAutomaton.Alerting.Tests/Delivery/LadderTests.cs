using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Tests.Delivery;

/// <summary>The built-in ladders between channels, to the minute.</summary>
public sealed class LadderTests
{
    private const string Mobile = "+33639980001";
    private const string Landline = "+33199000001";

    [Fact]
    public void An_alert_texts_and_mails_everybody_at_once_rings_landlines_at_once_and_mobiles_after_three_minutes()
    {
        var life = Life(BuiltInPolicies.Alert, [Voice(Mobile), Voice(Landline), Sms(Mobile), Mail()]);

        life.Live(TimeSpan.FromMinutes(4), Unanswered);

        Assert.Equal([(0, "sms"), (0, "mail"), (0, Landline), (2, Landline), (3, Mobile)], life.Attempted);
    }

    [Fact]
    public void A_mobile_that_takes_no_texts_is_rung_at_once()
    {
        var life = Life(BuiltInPolicies.Alert, [Voice(Mobile)]);

        life.Live(TimeSpan.FromMinutes(1), Unanswered);

        Assert.Equal([(0, Mobile)], life.Attempted);
    }

    [Fact]
    public void Where_no_gateway_is_set_up_a_mobile_is_rung_at_once()
    {
        var life = Life(BuiltInPolicies.Alert, [Voice(Mobile), Sms(Mobile)], terms => terms with { Channels = new HashSet<ChannelKind> { ChannelKind.Voice } });

        life.Live(TimeSpan.FromMinutes(1), Unanswered);

        Assert.Equal([(0, Mobile)], life.Attempted);
    }

    [Fact]
    public void A_mobile_whose_text_number_turns_out_to_be_dead_does_not_wait_for_an_answer_to_it()
    {
        var life = Life(BuiltInPolicies.Alert, [Voice(Mobile), Sms(Mobile)]);

        life.Live(TimeSpan.FromMinutes(1), step => life.KindOf(step) == ChannelKind.Sms ? AttemptOutcome.InvalidNumber : AttemptOutcome.NoAnswer);

        Assert.Equal([(0, "sms"), (0, Mobile)], life.Attempted);
    }

    [Fact]
    public void The_second_pass_begins_five_minutes_after_the_first()
    {
        var life = Life(BuiltInPolicies.Alert, [Voice(Landline)]);

        life.Live(TimeSpan.FromMinutes(8), Unanswered);

        Assert.Equal([0, 2, 7], life.Attempted.Select(one => one.Minute));
    }

    [Fact]
    public void An_answer_to_the_text_within_three_minutes_keeps_the_mobile_silent()
    {
        var life = Life(BuiltInPolicies.Alert, [Voice(Mobile), Sms(Mobile)]);
        life.Live(TimeSpan.FromMinutes(2), Unanswered);

        life.Acknowledgement = AcknowledgementOption.Safe;

        Assert.Equal(new FinishStep(RecipientScore.Confirmed, FinishReason.Acknowledged), life.Next());
    }

    [Fact]
    public void The_trusted_person_of_a_silent_vulnerable_household_is_texted_and_called_after_ten_minutes()
    {
        const string Trusted = "+33639980009";
        ContactPoint[] points = [Voice(Landline), Voice(Trusted, ContactPointRole.Trusted), Sms(Trusted, ContactPointRole.Trusted)];
        var vulnerable = Life(BuiltInPolicies.Alert, points, vulnerable: true);
        var sturdy = Life(BuiltInPolicies.Alert, points);

        vulnerable.Live(TimeSpan.FromMinutes(11), Unanswered);
        sturdy.Live(TimeSpan.FromMinutes(11), Unanswered);

        Assert.Equal([(10, "sms"), (10, Trusted)], vulnerable.Attempted.Where(one => one.To != Landline));
        Assert.All(sturdy.Attempted, one => Assert.Equal(Landline, one.To));
    }

    [Fact]
    public void Information_is_a_text_and_a_delivered_one_is_enough()
    {
        var life = Life(BuiltInPolicies.Information, [Voice(Mobile), Sms(Mobile), Mail()]);
        life.Live(TimeSpan.FromMinutes(5), Unanswered);
        Assert.Equal([(0, "sms")], life.Attempted);

        life.Report(1, AttemptOutcome.Delivered);

        Assert.Equal(new FinishStep(RecipientScore.SentOnly, FinishReason.DeliveredEnough), life.Next());
    }

    [Fact]
    public void Information_goes_by_mail_where_no_handset_took_the_text_and_is_never_called_then()
    {
        var life = Life(BuiltInPolicies.Information, [Voice(Mobile), Sms(Mobile), Mail()]);

        life.Live(TimeSpan.FromHours(2), Unanswered);

        Assert.Equal([(0, "sms"), (15, "mail")], life.Attempted);
        Assert.Equal(FinishReason.AttemptsExhausted, life.Finish!.Reason);
        Assert.Equal(RecipientScore.SentOnly, life.Finish.Score);
    }

    [Fact]
    public void Information_calls_only_those_who_have_no_other_way()
    {
        var life = Life(BuiltInPolicies.Information, [Voice(Landline)]);

        life.Live(TimeSpan.FromHours(1), Unanswered);

        Assert.Equal([0, 5, 10], life.Attempted.Select(one => one.Minute));
    }

    [Fact]
    public void A_text_number_that_is_dead_leaves_a_household_without_another_way_to_be_called()
    {
        var life = Life(BuiltInPolicies.Information, [Voice(Mobile), Sms(Mobile)]);

        life.Live(TimeSpan.FromHours(1), step => life.KindOf(step) == ChannelKind.Sms ? AttemptOutcome.InvalidNumber : AttemptOutcome.NoAnswer);

        Assert.Equal("sms", life.Attempted[0].To);
        Assert.Equal(3, life.Attempted.Count(one => one.To == Mobile));
    }

    [Fact]
    public void Information_keeps_quiet_hours_and_sundays()
    {
        var saturdayNight = new DateTimeOffset(2026, 1, 17, 22, 0, 0, TimeSpan.Zero);
        var life = Life(BuiltInPolicies.Information, [Sms(Mobile)], terms => terms with { LaunchedAt = saturdayNight, ExpiresAt = saturdayNight.AddDays(3) });

        life.Live(TimeSpan.FromDays(2), Unanswered);

        // From Saturday 22:00 to Monday 8:00.
        Assert.Equal([34 * 60], life.Attempted.Select(one => one.Minute));
    }

    [Fact]
    public void A_convocation_reminds_those_who_have_not_answered_on_the_morning_of_the_day()
    {
        var launched = new DateTimeOffset(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);
        var held = new DateTimeOffset(2026, 1, 15, 18, 30, 0, TimeSpan.Zero);
        var life = Life(BuiltInPolicies.Convocation, [Sms(Mobile)], terms => terms with { LaunchedAt = launched, ExpiresAt = held, EventAt = held });

        life.Live(TimeSpan.FromDays(3), Unanswered);

        Assert.Equal([0, (3 * 24 * 60) - 30], life.Attempted.Select(one => one.Minute));
    }

    [Fact]
    public void A_reminder_whose_hour_is_past_at_the_launch_is_left_out()
    {
        var launched = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
        var life = Life(BuiltInPolicies.Convocation, [Sms(Mobile)], terms => terms with { LaunchedAt = launched, ExpiresAt = launched.AddHours(6), EventAt = launched.AddHours(6) });

        life.Live(TimeSpan.FromHours(6), Unanswered);

        Assert.Single(life.Attempted);
    }

    [Fact]
    public void The_clock_change_moves_no_reminder()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var launched = new DateTimeOffset(2026, 3, 27, 9, 0, 0, TimeSpan.Zero);
        var held = new DateTimeOffset(2026, 3, 29, 16, 0, 0, TimeSpan.Zero);
        var life = Life(BuiltInPolicies.Convocation, [Sms(Mobile)], terms => terms with { LaunchedAt = launched, ExpiresAt = held, EventAt = held, TimeZone = zone });

        life.Live(TimeSpan.FromDays(3), Unanswered);

        // 8:30 of summer time is 6:30 UTC.
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 6, 30, 0, TimeSpan.Zero), life.Times[1]);
    }

    [Fact]
    public void What_needs_no_line_never_waits_behind_a_call_whatever_the_order_of_the_lanes()
    {
        var policy = BuiltInPolicies.Alert with
        {
            Lanes = [new DeliveryLane { Channel = ChannelKind.Voice }, new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1 }],
        };

        Assert.Equal(1, Assert.IsType<AttemptStep>(Life(policy, [Voice(Mobile), Sms(Mobile)]).Next()).Lane);
    }

    [Fact]
    public void A_call_that_waits_for_a_line_is_told_when_another_channel_has_something_to_do()
    {
        var policy = BuiltInPolicies.Alert with
        {
            Lanes = [new DeliveryLane { Channel = ChannelKind.Voice }, new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1, StartAfter = TimeSpan.FromMinutes(7) }],
        };

        var step = Assert.IsType<AttemptStep>(Life(policy, [Voice(Mobile), Sms(Mobile)]).Next());

        Assert.Equal(LadderLife.Launch + TimeSpan.FromMinutes(7), step.OtherChannelAt);
    }

    private static AttemptOutcome Unanswered(AttemptStep step) => AttemptOutcome.Open;

    private static LadderLife Life(DeliveryPolicy policy, ContactPoint[] points, Func<DeliveryTerms, DeliveryTerms>? change = null, bool vulnerable = false) =>
        new(policy, points, change, vulnerable);

    private static ContactPoint Voice(string number, ContactPointRole role = ContactPointRole.Own) => ContactPoint.Voice(default, Parsed(number), role);

    private static ContactPoint Sms(string number, ContactPointRole role = ContactPointRole.Own) => ContactPoint.Sms(default, Parsed(number), role);

    private static ContactPoint Mail() => ContactPoint.Email(default, "home@example.org");

    private static E164Number Parsed(string number) => E164Number.TryParse(number, out var parsed) ? parsed : throw new ArgumentException(number, nameof(number));
}
