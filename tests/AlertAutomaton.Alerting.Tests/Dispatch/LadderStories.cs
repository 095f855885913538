using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>Texts, receipts and replies through the whole engine under virtual time.</summary>
public sealed class LadderStories
{
    private static readonly DeliveryPolicy TextThenCall = BuiltInPolicies.Alert with
    {
        AnswerWait = TimeSpan.FromMinutes(10),
        Lanes =
        [
            new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1 },
            new DeliveryLane { Channel = ChannelKind.Voice, StartAfter = TimeSpan.FromMinutes(3), Passes = 1 },
        ],
    };

    private static readonly DeliveryPolicy TextOnly = TextThenCall with { Lanes = [TextThenCall.Lanes[0]] };

    [Fact]
    public void A_resident_who_replies_to_the_text_is_not_called()
    {
        var town = TownWithTexts();
        var alert = town.Launch(town.Request([town.TextedHousehold(1)], TextThenCall));
        town.Run(TimeSpan.FromMinutes(1));
        var place = Assert.Single(town.Ask(town.Service.FindAttemptsAsync([AttemptReference.TextTo(Town.Number(1))], 10, CancellationToken.None)));

        Assert.Equal(CommandVerdict.Done, town.Ask(town.Service.AcknowledgeAsync(place.Alert, place.Recipient, AcknowledgementOption.Safe, "sms-reply")));
        var end = town.Finish(alert);

        Assert.Empty(town.Channel.Calls);
        Assert.Equal(1, end.Totals.Confirmed);
        Assert.Equal(end.Totals, town.Store.Replays[alert].CountTotals());
    }

    [Fact]
    public void A_resident_who_does_not_reply_is_called_after_three_minutes()
    {
        var town = TownWithTexts();
        var start = town.Time.GetUtcNow();

        town.Finish(town.Launch(town.Request([town.TextedHousehold(1)], TextThenCall)));

        Assert.Single(town.Texts!.Sent);
        Assert.Equal(start + TimeSpan.FromMinutes(3), Assert.Single(town.Channel.Calls).Begun);
    }

    [Fact]
    public void A_household_that_waits_for_a_line_while_its_texts_go_out_is_counted_once()
    {
        var town = TownWithTexts(lines: 1);
        var policy = TextThenCall with { Lanes = [TextThenCall.Lanes[0] with { StartAfter = TimeSpan.FromMinutes(1) }, TextThenCall.Lanes[1] with { StartAfter = TimeSpan.Zero }] };
        var alert = town.Launch(town.Request([.. Enumerable.Range(1, 20).Select(place => town.TextedHousehold(place))], policy));

        for (var half = 0; half < 10; half++)
        {
            town.Run(TimeSpan.FromMinutes(0.5));
            var load = town.Ask(town.Service.GetLoadAsync());
            Assert.InRange(load.Ready + load.Waiting + load.Listening, 0, 20);
            Assert.Equal(load.Ready, town.Progress(alert).Ready);
        }

        town.Finish(alert);
        Assert.Equal(0, town.Progress(alert).Ready);
    }

    [Fact]
    public void An_alert_waits_for_answers_to_its_last_text_and_no_longer()
    {
        var town = TownWithTexts();

        var end = town.Finish(town.Launch(town.Request([town.TextedHousehold(1)], TextOnly)));

        Assert.Equal(TimeSpan.FromMinutes(10), end.Duration);
        Assert.Equal(1, end.Totals.SentOnly);
    }

    [Fact]
    public void A_receipt_is_on_file_and_counts_what_the_text_cost()
    {
        var town = TownWithTexts();
        var alert = town.Launch(town.Request([town.TextedHousehold(1)], TextOnly));

        Assert.Equal(ReportVerdict.Recorded, Report(town, 1, AttemptOutcome.Delivered));
        town.Finish(alert);

        var row = Assert.Single(town.Store.Replays[alert].Attempts);
        Assert.Equal((AttemptOutcome.Delivered, 2), (row.Outcome, row.Units));
        Assert.NotNull(row.Reported);
    }

    [Fact]
    public void Receipts_never_go_backwards()
    {
        var town = TownWithTexts();
        var alert = town.Launch(town.Request([town.TextedHousehold(1)], TextOnly));

        Report(town, 1, AttemptOutcome.Delivered);

        Assert.Equal(ReportVerdict.KnownAlready, Report(town, 1, AttemptOutcome.Delivered));
        Assert.Equal(ReportVerdict.KnownAlready, Report(town, 1, AttemptOutcome.Expired));
        Assert.Equal(AttemptOutcome.Delivered, town.Store.Replays[alert].Attempts[0].Outcome);
    }

    [Fact]
    public void A_receipt_that_overtakes_the_answer_of_the_gateway_is_recorded_after_it()
    {
        var town = TownWithTexts();
        town.Texts!.Holds = true;
        var alert = town.Launch(town.Request([town.TextedHousehold(1)], TextOnly));
        var begun = Assert.Single(town.Store.Events.OfType<AttemptBegun>());
        var place = town.Ask(town.Service.FindAttemptsAsync([AttemptReference.TextTo(Town.Number(1))], 1, CancellationToken.None))[0];
        Assert.Equal(begun.Attempt, place.Attempt);
        var verdict = town.Service.ReportDeliveryAsync(place, new DeliveryReport(AttemptOutcome.Delivered, "early"));
        town.Pump();
        Assert.False(verdict.IsCompleted);

        town.Texts.Release();

        Assert.Equal(ReportVerdict.Recorded, town.Ask(verdict));
        Assert.Equal(["ended", "reported"], town.Store.Journals[alert].Select(entry => entry.Kind).TakeLast(2));
    }

    [Fact]
    public void A_number_that_is_dead_by_receipt_is_not_waited_for()
    {
        var town = TownWithTexts();
        var alert = town.Launch(town.Request([town.TextedHousehold(1)], TextOnly));
        town.Run(TimeSpan.FromMinutes(1));

        Report(town, 1, AttemptOutcome.InvalidNumber);
        var end = town.Finish(alert);

        Assert.InRange(end.Duration, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        Assert.Equal(1, end.Totals.Unreached);
        Assert.Equal(end.Totals, town.Store.Replays[alert].CountTotals());
    }

    [Fact]
    public void After_a_restart_no_text_is_sent_again_and_its_receipt_still_finds_it()
    {
        var town = TownWithTexts();
        var alert = town.Launch(town.Request([town.TextedHousehold(1)], TextThenCall));
        town.Run(TimeSpan.FromMinutes(1));

        var next = town.Restarted();
        Assert.Equal(ReportVerdict.Recorded, Report(next, 1, AttemptOutcome.Delivered));
        next.Finish(alert);

        Assert.Single(next.Texts!.Sent);
        Assert.Single(next.Channel.Calls);
    }

    [Fact]
    public void A_text_whose_answer_never_came_is_not_sent_again()
    {
        var town = TownWithTexts();
        town.Texts!.Answer = _ => AttemptOutcome.Unknown;

        var end = town.Finish(town.Launch(town.Request([town.TextedHousehold(1)], TextOnly)));

        Assert.Single(town.Texts.Sent);
        Assert.Equal(1, end.Totals.SentOnly);
    }

    [Fact]
    public void A_full_gateway_costs_the_household_nothing_and_the_text_goes_later()
    {
        var town = TownWithTexts();
        town.Texts!.Answer = nth => nth < 4 ? AttemptOutcome.Network : AttemptOutcome.Submitted;

        town.Finish(town.Launch(town.Request([town.TextedHousehold(1)], TextOnly)));

        Assert.Equal(4, town.Texts.Sent.Count);
    }

    [Fact]
    public void A_later_text_does_not_wait_for_a_line_of_the_full_trunk()
    {
        var policy = TextThenCall with
        {
            Lanes = [TextThenCall.Lanes[0] with { StartAfter = TimeSpan.FromMinutes(5) }, TextThenCall.Lanes[1] with { StartAfter = TimeSpan.Zero }],
        };
        var town = TownWithTexts(lines: 1);
        town.Channel.Up = false;
        town.Launch(town.Request([.. Enumerable.Range(0, 50).Select(town.TextedHousehold)], policy));

        town.Run(TimeSpan.FromMinutes(6));

        Assert.Equal(50, town.Texts!.Sent.Count);
    }

    [Fact]
    public void The_first_call_to_a_household_that_was_texted_comes_before_second_calls()
    {
        var policy = TextThenCall with { Lanes = [TextThenCall.Lanes[0], TextThenCall.Lanes[1] with { StartAfter = TimeSpan.Zero, Passes = 2, PassDelays = [TimeSpan.FromSeconds(1)] }] };
        var town = TownWithTexts(lines: 1);
        var alert = town.Launch(town.Request([town.Household(1), .. Enumerable.Range(2, 3).Select(town.TextedHousehold)], policy with { NumberFloor = TimeSpan.Zero }));

        town.Finish(alert);

        Assert.Equal(4, town.Channel.Calls.Take(4).Select(call => call.Order.Recipient).Distinct().Count());
    }

    [Fact]
    public void A_household_is_rung_on_one_phone_at_a_time()
    {
        var town = new Town(_ => Phone.Listens);
        var landline = town.Household(1);
        Assert.True(E164Number.TryParse("+33639980001", out var mobile));
        var both = landline with { Points = [.. landline.Points, ContactPoint.Voice(ContactPointId.New(town.Time), mobile)] };

        town.Finish(town.Launch(town.Request([both])));

        Assert.Equal(2, town.Channel.Calls.Select(call => call.Order.Point.Number).Distinct().Count());
        Assert.All(town.Channel.Calls.Zip(town.Channel.Calls.Skip(1)), pair => Assert.True(pair.Second.Begun >= pair.First.Ended));
    }

    [Fact]
    public void Each_text_carries_a_link_of_its_own_and_only_its_hash_is_on_disk()
    {
        var tokens = 0;
        var town = TownWithTexts(options: new DispatcherOptions { NewLinkToken = () => $"secret-{++tokens}" });
        town.Launch(town.Request([town.TextedHousehold(1), town.TextedHousehold(2)], TextOnly));

        Assert.Equal(["secret-1", "secret-2"], town.Texts!.Sent.Select(order => order.LinkToken));
        Assert.DoesNotContain(town.Store.Journals.Values.SelectMany(journal => journal), entry => System.Text.Encoding.UTF8.GetString(entry.Payload.Span).Contains("secret", StringComparison.Ordinal));
        var place = Assert.Single(town.Ask(town.Service.FindAttemptsAsync([AttemptReference.Link("secret-2")], 10, CancellationToken.None)));
        Assert.Equal(town.Texts.Sent[1].Attempt, place.Attempt);
    }

    [Fact]
    public void A_name_is_handed_over_only_where_the_message_asks_for_it()
    {
        var town = TownWithTexts();
        var plain = town.Request([town.TextedHousehold(1)], TextOnly);
        town.Launch(plain);
        town.Launch(plain with { Message = plain.Message with { Texts = [new MessageText { Language = "fr", Text = "Crue.", SmsText = "{nom}, la rivière monte." }] } });

        Assert.Equal([null, "Household 1"], town.Texts!.Sent.Select(order => order.RecipientName));
    }

    [Fact]
    public void Information_goes_to_nobody_who_refused_it_and_a_vital_alert_says_that_it_goes_over_refusals()
    {
        var town = TownWithTexts();
        Contact[] audience = [town.TextedHousehold(1), Refusing(town.TextedHousehold(2), ChannelKind.Sms), Refusing(town.TextedHousehold(3), ChannelKind.Sms, ChannelKind.Voice)];

        var information = Launched(town, town.Request(audience, BuiltInPolicies.Information));
        var vital = Launched(town, town.Request(audience, BuiltInPolicies.Alert));

        Assert.Equal((1, 0), (information.LeftOut, information.RefusalsOverridden));
        Assert.Equal((0, 2), (vital.LeftOut, vital.RefusalsOverridden));
        Assert.Equal(2, town.Store.Events.OfType<AlertAccepted>().Last().RefusalsOverridden);
        Assert.Equal(2, town.Store.Replays[information.Alert].Recipients.Count);
        Assert.DoesNotContain(town.Store.Replays[information.Alert].Recipients[1].Recipient.Points, point => point.Kind == ChannelKind.Sms);
    }

    [Fact]
    public void A_convocation_counts_who_comes_and_a_changed_mind()
    {
        var town = TownWithTexts();
        var request = town.Request([.. Enumerable.Range(1, 3).Select(town.TextedHousehold)], BuiltInPolicies.Convocation with { QuietHours = null }, TimeSpan.FromDays(3));
        var alert = town.Launch(request with { EventAt = town.Time.GetUtcNow().AddDays(3), Quorum = 2 });
        IReadOnlyList<AttemptPlace> PlacesOf(int number) => town.Ask(town.Service.FindAttemptsAsync([AttemptReference.TextTo(Town.Number(number))], 1, CancellationToken.None));

        Answer(1, AcknowledgementOption.Present);
        Answer(2, AcknowledgementOption.Absent);
        Answer(2, AcknowledgementOption.Present);
        Answer(3, AcknowledgementOption.Absent);

        Assert.Equal((2, 1), (town.Progress(alert).Totals.Present, town.Progress(alert).Totals.Absent));
        Assert.Equal(town.Progress(alert).Totals with { Final = 0 }, town.Store.Replays[alert].CountTotals() with { Final = 0 });

        void Answer(int number, AcknowledgementOption option)
        {
            town.Ask(town.Service.AcknowledgeAsync(alert, PlacesOf(number)[0].Recipient, option, "sms-reply"));
            town.Pump();
        }
    }

    [Fact]
    public void What_comes_after_the_end_is_on_file_as_late_and_changes_no_score()
    {
        var town = TownWithTexts();
        var policy = BuiltInPolicies.Alert with { Lanes = [BuiltInPolicies.Alert.Lanes[0]] };
        var alert = town.Launch(town.Request([town.TextedHousehold(1), town.TextedHousehold(2)], policy));
        var end = town.Finish(alert).Totals;
        Assert.Equal((2, 2), (end.Final, end.SentOnly));

        Assert.Equal(ReportVerdict.Recorded, Report(town, 1, AttemptOutcome.Delivered));
        Assert.Equal(ReportVerdict.KnownAlready, Report(town, 1, AttemptOutcome.Expired));
        var place = town.Ask(town.Service.FindAttemptsAsync([WrittenChannel.Reference(2)], 1, CancellationToken.None))[0];
        for (var reply = 0; reply < 2; reply++)
        {
            Assert.Equal(CommandVerdict.NotRunning, town.Ask(town.Service.AcknowledgeAsync(alert, place.Recipient, AcknowledgementOption.NeedsHelp, "sms-reply")));
        }

        // A new process does not know what the old one wrote, and the journal still counts a household once.
        var later = town.Restarted();
        Assert.Equal(CommandVerdict.NotRunning, later.Ask(later.Service.AcknowledgeAsync(alert, place.Recipient, AcknowledgementOption.Safe, "link")));
        var replay = later.Store.Replays[alert];
        Assert.Equal(end with { LateAnswers = 1 }, replay.CountTotals());
        Assert.Equal([AttemptOutcome.Delivered, AttemptOutcome.Submitted], replay.Attempts.Select(attempt => attempt.Outcome));
        Assert.Equal(AcknowledgementOption.NeedsHelp, replay.Recipients.Single(row => row.Recipient.Id == place.Recipient).Acknowledgement);
    }

    private static Town TownWithTexts(int lines = 10, DispatcherOptions? options = null) => new(_ => Phone.NoAnswer, lines, texts: new WrittenChannel(), options: options);

    private static ReportVerdict Report(Town town, int nth, AttemptOutcome outcome)
    {
        town.Pump();
        var place = town.Ask(town.Service.FindAttemptsAsync([WrittenChannel.Reference(nth)], 1, CancellationToken.None))[0];
        return town.Ask(town.Service.ReportDeliveryAsync(place, new DeliveryReport(outcome, "scripted")));
    }

    private static LaunchResult Launched(Town town, LaunchRequest request) =>
        town.Ask(town.Service.LaunchAsync(request, Guid.CreateVersion7(town.Time.GetUtcNow()).ToString(), CancellationToken.None));

    private static Contact Refusing(Contact contact, params ChannelKind[] refusals) => contact with { InformationRefusals = refusals };
}
