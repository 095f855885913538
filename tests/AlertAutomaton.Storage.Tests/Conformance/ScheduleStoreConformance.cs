using System.Text.Json;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <summary>What every store of planned alerts must do. A provider's tests derive from this class.</summary>
public abstract class ScheduleStoreConformance : IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly DateTimeOffset s_first = new(2026, 2, 1, 17, 30, 0, TimeSpan.Zero);

    private IScheduleStore? _store;

    private protected ManualTimeProvider Time { get; } = new();

    private IScheduleStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    /// <summary>Opens a store over the same data each time.</summary>
    private protected abstract Task<IScheduleStore> OpenAsync();

    /// <summary>Closes what <see cref="OpenAsync"/> opened.</summary>
    private protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_planned_alert_is_there_whole_after_the_store_was_opened_again()
    {
        ScheduleOrder order = Order("one");
        ScheduleAcceptance accepted = await Store.AcceptAsync(order, s_none);
        Assert.Equal(new ScheduleAcceptance(AcceptVerdict.Accepted, order.Alert.Id), accepted);

        await CloseAsync();
        _store = await OpenAsync();

        ScheduledAlert? read = await Store.LoadAsync(order.Alert.Id, s_none);
        Assert.NotNull(read);
        Assert.Equal(Json(order.Alert), Json(read));
        ScheduleRow? row = await Store.GetAsync(order.Alert.Id, s_none);
        Assert.NotNull(row);
        Assert.Equal(("River", AlertKind.Exercise, "alert", 2, ScheduleState.Planned), (row.Title, row.Kind, row.Policy, row.Recipients, row.State));
        Assert.Equal(new Occurrence(s_first, false), row.Next);
        Assert.Null(row.Last);
        Assert.Null(row.Begun);
        Assert.Equal(("clerk", order.Alert.CreatedAt, order.Alert.Organisation), (row.CreatedBy, row.CreatedAt, row.Organisation));
    }

    [Fact]
    public async Task The_same_key_plans_once_and_another_order_under_it_is_a_conflict()
    {
        ScheduleOrder order = Order("one");
        await Store.AcceptAsync(order, s_none);

        ScheduleAcceptance again = await Store.AcceptAsync(Order("one") with { Fingerprint = order.Fingerprint }, s_none);
        ScheduleAcceptance other = await Store.AcceptAsync(Order("one") with { Fingerprint = new string('b', 64) }, s_none);
        ScheduleAcceptance elsewhere = await Store.AcceptAsync(Order("one", OrganisationId.New(Time)), s_none);

        Assert.Equal(new ScheduleAcceptance(AcceptVerdict.AlreadyAccepted, order.Alert.Id), again);
        Assert.Equal(new ScheduleAcceptance(AcceptVerdict.KeyConflict, order.Alert.Id), other);
        Assert.Equal(AcceptVerdict.Accepted, elsewhere.Verdict);
        Assert.Equal(2, (await Store.ListAsync(new ScheduleQuery(), s_none)).Rows.Count);
    }

    [Fact]
    public async Task Fifty_orders_at_once_with_one_key_plan_one_alert()
    {
        ScheduleOrder order = Order("one");

        ScheduleAcceptance[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Store.AcceptAsync(Order("one") with { Fingerprint = order.Fingerprint }, s_none)));

        Assert.Single(answers, answer => answer.Verdict == AcceptVerdict.Accepted);
        Assert.Single(answers.Select(answer => answer.Alert).Distinct());
    }

    [Fact]
    public async Task Lists_have_the_latest_first_page_by_page_by_organisation_and_by_state()
    {
        OrganisationId mine = OrganisationId.New(Time);
        OrganisationId theirs = OrganisationId.New(Time);
        var ids = new List<ScheduledAlertId>();
        for (int i = 0; i < 5; i++)
        {
            ids.Add((await Store.AcceptAsync(Order($"key {i}", i == 2 ? theirs : mine), s_none)).Alert);
        }

        await Store.ChangeAsync(ids[3], ScheduleChange.Cancel, "clerk", null, s_none);

        Page<ScheduleRow> first = await Store.ListAsync(new ScheduleQuery { Limit = 3 }, s_none);
        Page<ScheduleRow> second = await Store.ListAsync(new ScheduleQuery { Limit = 3, After = first.Next }, s_none);
        Page<ScheduleRow> open = await Store.ListAsync(new ScheduleQuery { Organisation = mine, OnlyOpen = true }, s_none);

        Assert.Equal([ids[4], ids[3], ids[2], ids[1], ids[0]], first.Rows.Concat(second.Rows).Select(row => row.Id));
        Assert.Null(second.Next);
        Assert.Equal([ids[4], ids[1], ids[0]], open.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task What_comes_next_is_ordered_by_its_moment_and_holds_planned_and_paused_ones_only()
    {
        ScheduledAlertId late = (await Store.AcceptAsync(Order("late", first: s_first.AddDays(2)), s_none)).Alert;
        ScheduledAlertId early = (await Store.AcceptAsync(Order("early", first: s_first.AddDays(1)), s_none)).Alert;
        ScheduledAlertId cancelled = (await Store.AcceptAsync(Order("cancelled"), s_none)).Alert;
        await Store.ChangeAsync(cancelled, ScheduleChange.Cancel, "clerk", null, s_none);
        await Store.ChangeAsync(late, ScheduleChange.Pause, "clerk", null, s_none);

        Assert.Equal([early, late], (await Store.NextAsync(10, s_none)).Select(row => row.Id));
        Assert.Equal([early], (await Store.NextAsync(1, s_none)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_recorded_occurrence_moves_the_plan_on_and_is_kept()
    {
        ScheduledAlertId id = (await Store.AcceptAsync(Order("one"), s_none)).Alert;
        var next = new Occurrence(s_first.AddDays(1), IsReminder: true);
        AlertId alert = AlertId.New(Time);
        Assert.True(await Store.BeginAsync(id, new Occurrence(s_first, false), s_none));
        Assert.Equal(s_first, (await Store.GetAsync(id, s_none))!.Begun);

        await Store.RecordAsync(id, [Record(s_first) with { Alert = alert }], next, s_none);

        ScheduleRow row = (await Store.GetAsync(id, s_none))!;
        Assert.Equal((new Occurrence(s_first, false), next, ScheduleState.Planned), (row.Last, row.Next, row.State));
        Assert.Null(row.Begun);
        OccurrenceRecord kept = Assert.Single(await Store.ListOccurrencesAsync(id, 10, s_none));
        Assert.Equal(Record(s_first) with { Alert = alert }, kept);
    }

    [Fact]
    public async Task A_second_record_of_one_occurrence_changes_nothing()
    {
        ScheduledAlertId id = (await Store.AcceptAsync(Order("one"), s_none)).Alert;
        AlertId alert = AlertId.New(Time);
        await Store.RecordAsync(id, [Record(s_first) with { Alert = alert }], new Occurrence(s_first.AddDays(1), false), s_none);

        await Store.RecordAsync(id, [Missed(s_first)], new Occurrence(s_first.AddDays(1), false), s_none);

        Assert.Equal(alert, Assert.Single(await Store.ListOccurrencesAsync(id, 10, s_none)).Alert);
    }

    [Fact]
    public async Task The_last_occurrence_makes_it_done_and_records_keep_their_reasons_latest_first()
    {
        ScheduledAlertId id = (await Store.AcceptAsync(Order("one"), s_none)).Alert;

        await Store.RecordAsync(id, [Missed(s_first), Missed(s_first.AddDays(1)), Record(s_first.AddDays(2)) with { Outcome = OccurrenceOutcome.Refused, Detail = "no policy" }], null, s_none);

        ScheduleRow row = (await Store.GetAsync(id, s_none))!;
        Assert.Equal(ScheduleState.Done, row.State);
        Assert.Null(row.Next);
        Assert.Empty(await Store.NextAsync(10, s_none));
        IReadOnlyList<OccurrenceRecord> records = await Store.ListOccurrencesAsync(id, 2, s_none);
        Assert.Equal([OccurrenceOutcome.Refused, OccurrenceOutcome.Missed], records.Select(record => record.Outcome));
        Assert.Equal(["no policy", "it was off"], records.Select(record => record.Detail));
        Assert.Equal(MissReason.FoundLate, records[1].Reason);
    }

    [Fact]
    public async Task What_was_paused_cancelled_or_recorded_cannot_be_begun()
    {
        var first = new Occurrence(s_first, false);
        ScheduledAlertId paused = (await Store.AcceptAsync(Order("paused"), s_none)).Alert;
        ScheduledAlertId cancelled = (await Store.AcceptAsync(Order("cancelled"), s_none)).Alert;
        ScheduledAlertId recorded = (await Store.AcceptAsync(Order("recorded"), s_none)).Alert;
        await Store.ChangeAsync(paused, ScheduleChange.Pause, "clerk", null, s_none);
        await Store.ChangeAsync(cancelled, ScheduleChange.Cancel, "clerk", null, s_none);
        await Store.RecordAsync(recorded, [Record(s_first)], new Occurrence(s_first.AddDays(1), false), s_none);

        Assert.False(await Store.BeginAsync(paused, first, s_none));
        Assert.False(await Store.BeginAsync(cancelled, first, s_none));
        Assert.False(await Store.BeginAsync(recorded, first, s_none));
        await Store.ChangeAsync(paused, ScheduleChange.Resume, "clerk", null, s_none);
        Assert.True(await Store.BeginAsync(paused, first, s_none));
        Assert.False(await Store.BeginAsync(ScheduledAlertId.New(Time), first, s_none));
    }

    [Fact]
    public async Task A_change_is_kept_with_who_and_why_and_what_makes_no_sense_is_refused()
    {
        ScheduledAlertId id = (await Store.AcceptAsync(Order("one"), s_none)).Alert;

        Assert.Equal(ScheduleVerdict.Done, await Store.ChangeAsync(id, ScheduleChange.Pause, "mayor", "the river fell", s_none));
        ScheduleRow paused = (await Store.GetAsync(id, s_none))!;
        Assert.Equal(ScheduleVerdict.AlreadySo, await Store.ChangeAsync(id, ScheduleChange.Pause, "clerk", "again", s_none));
        Assert.Equal(ScheduleVerdict.Done, await Store.ChangeAsync(id, ScheduleChange.Cancel, "mayor", null, s_none));

        Assert.Equal((ScheduleState.Paused, "mayor", "the river fell"), (paused.State, paused.ChangedBy, paused.Reason));
        Assert.NotNull(paused.Next);
        ScheduleRow cancelled = (await Store.GetAsync(id, s_none))!;
        Assert.Equal(ScheduleState.Cancelled, cancelled.State);
        Assert.Null(cancelled.Next);
        Assert.Equal(ScheduleVerdict.NotPossible, await Store.ChangeAsync(id, ScheduleChange.Resume, "clerk", null, s_none));
        Assert.Equal(ScheduleVerdict.Unknown, await Store.ChangeAsync(ScheduledAlertId.New(Time), ScheduleChange.Pause, "clerk", null, s_none));
    }

    [Fact]
    public async Task A_launch_that_was_in_the_air_when_it_was_cancelled_is_recorded_and_it_stays_cancelled()
    {
        ScheduledAlertId id = (await Store.AcceptAsync(Order("one"), s_none)).Alert;
        await Store.BeginAsync(id, new Occurrence(s_first, false), s_none);
        await Store.ChangeAsync(id, ScheduleChange.Cancel, "clerk", null, s_none);

        await Store.RecordAsync(id, [Record(s_first)], new Occurrence(s_first.AddDays(1), false), s_none);

        ScheduleRow row = (await Store.GetAsync(id, s_none))!;
        Assert.Equal(ScheduleState.Cancelled, row.State);
        Assert.Null(row.Next);
        Assert.Single(await Store.ListOccurrencesAsync(id, 10, s_none));
    }

    [Fact]
    public async Task What_nobody_planned_is_not_there()
    {
        Assert.Null(await Store.GetAsync(ScheduledAlertId.New(Time), s_none));
        Assert.Null(await Store.LoadAsync(ScheduledAlertId.New(Time), s_none));
        Assert.Empty(await Store.ListOccurrencesAsync(ScheduledAlertId.New(Time), 10, s_none));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RecordAsync(ScheduledAlertId.New(Time), [Record(s_first)], null, s_none));
    }

    private static OccurrenceRecord Record(DateTimeOffset at) =>
        new() { Occurrence = new Occurrence(at, false), Outcome = OccurrenceOutcome.Launched, RecordedAt = at.AddSeconds(1) };

    private static OccurrenceRecord Missed(DateTimeOffset at) =>
        Record(at) with { Outcome = OccurrenceOutcome.Missed, Reason = MissReason.FoundLate, Detail = "it was off" };

    private static string Json(ScheduledAlert alert) =>
        JsonSerializer.Serialize(alert.Launch, ScheduleJson.Default.PlannedLaunch) + JsonSerializer.Serialize(alert.Plan, ScheduleJson.Default.SchedulePlan) + alert.Id + alert.Organisation + alert.CreatedBy + alert.CreatedAt;

    private ScheduleOrder Order(string key, OrganisationId? organisation = null, DateTimeOffset? first = null)
    {
        OrganisationId owner = organisation ?? new OrganisationId(new Guid("0190b7a0-0000-7000-8000-000000000001"));
        Assert.True(CronExpression.TryParse("30 18 1 * mon-fri", out CronExpression? cron, out _));
        Contact Household(string number) => new()
        {
            Id = ContactId.New(Time),
            Organisation = owner,
            Name = "Household",
            Language = "fr",
            Points = [ContactPoint.Voice(ContactPointId.New(Time), E164Number.TryParse(number, out E164Number read) ? read : default), ContactPoint.Email(ContactPointId.New(Time), "a@example.org")],
            Groups = ["quai"],
            Vulnerable = true,
            Position = new GeoPosition(48.1, 2.3),
            InformationRefusals = [ChannelKind.Voice],
        };
        return new ScheduleOrder(
            new ScheduledAlert
            {
                Id = ScheduledAlertId.New(Time),
                Organisation = owner,
                Launch = new PlannedLaunch
                {
                    Kind = AlertKind.Exercise,
                    Title = "River",
                    ReminderTitle = "Reminder: River",
                    Message = new AlertMessage { Id = MessageId.New(Time), Texts = [new MessageText { Language = "fr", Text = "Montez à l'étage." }] },
                    Policy = "alert",
                    Lifetime = TimeSpan.FromHours(4),
                    Audience = [Household("+33639980001"), Household("+33639980002")],
                    EventAt = s_first.AddDays(9),
                    Quorum = 3,
                    TimeZone = "Europe/Paris",
                },
                Plan = new SchedulePlan
                {
                    Schedule = new Schedule
                    {
                        Recurrence = new Recurrence.ByCron(cron!),
                        TimeZone = "Europe/Paris",
                        Since = Time.GetUtcNow(),
                        FirstDate = new DateOnly(2026, 1, 2),
                        Count = 7,
                        LeftOut = [new DateOnly(2026, 5, 1)],
                    },
                    EventAt = s_first.AddDays(9),
                    RemindBefore = [TimeSpan.FromHours(9)],
                    LateLaunch = LateLaunch.Within(TimeSpan.FromMinutes(30)),
                },
                CreatedBy = "clerk",
                CreatedAt = Time.GetUtcNow(),
            },
            new Occurrence(first ?? s_first, false),
            key,
            new string('a', 64));
    }
}
