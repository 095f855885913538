using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class DutyChainTests
{
    private static readonly OperatorId Ada = OperatorId.New(TimeProvider.System);
    private static readonly OperatorId Bob = OperatorId.New(TimeProvider.System);
    private static readonly OperatorId Cleo = OperatorId.New(TimeProvider.System);
    private readonly ChainOnPaper _chain = new(new DutyOptions(), Ada, Bob);
    private readonly DutyMatter _matter = ChainOnPaper.Matter();

    [Fact]
    public void The_people_on_duty_are_phoned_in_order_until_one_takes_it()
    {
        _chain.Raise(_matter).Ends(_matter, Ada);
        Assert.Equal([Ada, Bob], _chain.Phoned.Select(call => call.Who));
        _chain.Do(new DutyInput.Taken(_matter.Id, Bob, DutyCallResult.Noted));
        Assert.Contains(new DutyEffect.NoteTaken(_matter, Bob, DutyCallResult.Noted), _chain.Last);
        _chain.Ends(_matter, Bob, DutyCallResult.Noted).Wait(TimeSpan.FromHours(3));
        Assert.Equal(2, _chain.Phoned.Count);
        Assert.Equal((DutyStanding.Taken, Bob), (_chain.State.Matters[0].Standing, _chain.State.Matters[0].TakenBy));
    }

    [Fact]
    public void Whom_a_matter_is_about_is_never_phoned_for_it_and_alone_on_duty_that_is_nobody()
    {
        DutyMatter about = _matter with { NotFor = Ada };
        _chain.Raise(about).Ends(about, Bob).Wait(TimeSpan.FromHours(2));
        Assert.DoesNotContain(Ada, _chain.Phoned.Select(call => call.Who));
        ChainOnPaper alone = new(new DutyOptions(), Ada);
        alone.Raise(about);
        Assert.Empty(alone.Phoned);
        Assert.Equal(DutyEscalation.NobodyOnDuty, Assert.Single(alone.Escalated).Why);
    }

    [Theory]
    [InlineData(DutyCallResult.NoAnswer)]
    [InlineData(DutyCallResult.NotIdentified)]
    [InlineData(DutyCallResult.Declined)]
    [InlineData(DutyCallResult.Undecided)]
    [InlineData(DutyCallResult.Failed)]
    public void Whatever_is_no_decision_leads_to_the_next_person(DutyCallResult result)
    {
        _chain.Raise(_matter).Ends(_matter, Ada, result);
        Assert.Equal([Ada, Bob], _chain.Phoned.Select(call => call.Who));
    }

    [Fact]
    public void After_the_last_one_the_pauses_grow_to_the_cap_and_the_chain_never_falls_silent_for_longer()
    {
        _chain.Raise(_matter);
        _chain.NobodyAnswersFor(TimeSpan.FromHours(24));
        Assert.Equal([1, 2, 4, 8, 15, 15, 15], _chain.Escalated.Take(7).Select(escalation => escalation.Pause.TotalMinutes));
        Assert.All(_chain.Escalated, escalation => Assert.Equal(DutyEscalation.ListExhausted, escalation.Why));
        Assert.All(_chain.Phoned.Zip(_chain.Phoned.Skip(1)), pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.Zero, TimeSpan.FromMinutes(16)));
        Assert.InRange(_chain.Now - _chain.Phoned[^1].At, TimeSpan.Zero, TimeSpan.FromMinutes(16));
        Assert.Equal([Ada, Bob, Ada, Bob], _chain.Phoned.Take(4).Select(call => call.Who));
    }

    [Fact]
    public void The_same_matter_raised_again_phones_nobody_again_even_after_it_was_taken()
    {
        _chain.Raise(_matter).Raise(ChainOnPaper.Matter());
        Assert.Single(_chain.Phoned);
        _chain.Do(new DutyInput.Taken(_matter.Id, Ada, DutyCallResult.Noted)).Ends(_matter, Ada, DutyCallResult.Noted).Raise(ChainOnPaper.Matter());
        Assert.Single(_chain.Phoned);
        _chain.Do(new DutyInput.Ended(_matter.Key, "well again")).Raise(ChainOnPaper.Matter());
        Assert.Equal(2, _chain.Phoned.Count);
    }

    [Fact]
    public void A_matter_that_is_over_withdraws_the_call_that_rings()
    {
        _chain.Raise(_matter).Do(new DutyInput.Ended(_matter.Key, "well again"));
        Assert.Contains(new DutyEffect.Withdraw(_matter.Id), _chain.Last);
        _chain.Ends(_matter, Ada).Wait(TimeSpan.FromMinutes(5));
        Assert.Equal([Ada], _chain.Phoned.Select(call => call.Who));
        Assert.False(_chain.State.Matters[0].IsOpen);
    }

    [Fact]
    public void What_was_withdrawn_cannot_be_taken_any_more()
    {
        _chain.Raise(_matter).Do(new DutyInput.Ended(_matter.Key, "withdrawn")).Do(new DutyInput.Taken(_matter.Id, Ada, DutyCallResult.Noted));
        Assert.Empty(_chain.Last);
    }

    [Fact]
    public void A_matter_for_the_day_waits_for_the_morning_unless_it_becomes_urgent()
    {
        _chain.Now = new DateTimeOffset(2026, 1, 15, 3, 0, 0, TimeSpan.Zero);
        DutyMatter trunk = ChainOnPaper.Matter("system:Trunk:lab", DutySeverity.ByDay);
        _chain.Raise(trunk).Wait(TimeSpan.FromMinutes(1));
        Assert.Empty(_chain.Phoned);
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 7, 0, 0, TimeSpan.Zero), DutyChain.NextDue(_chain.State, TimeZoneInfo.Utc, new DutyOptions(), _chain.Now));
        _chain.Raise(ChainOnPaper.Matter("system:Trunk:lab"));
        Assert.Single(_chain.Phoned);
    }

    [Fact]
    public void At_seven_in_the_morning_the_matters_of_the_night_are_phoned()
    {
        _chain.Now = new DateTimeOffset(2026, 1, 15, 21, 0, 0, TimeSpan.Zero);
        _chain.Raise(ChainOnPaper.Matter(severity: DutySeverity.ByDay)).Wait(TimeSpan.FromHours(10) - TimeSpan.FromSeconds(1));
        Assert.Empty(_chain.Phoned);
        Assert.Single(_chain.Wait(TimeSpan.FromSeconds(1)).Phoned);
    }

    [Fact]
    public void A_notice_phones_nobody()
    {
        _chain.Raise(ChainOnPaper.Matter(severity: DutySeverity.Notice)).Wait(TimeSpan.FromHours(5));
        Assert.Empty(_chain.Phoned);
        Assert.Null(DutyChain.NextDue(_chain.State, TimeZoneInfo.Utc, new DutyOptions(), _chain.Now));
    }

    [Fact]
    public void Nobody_is_phoned_for_two_matters_at_once_and_the_second_one_follows()
    {
        DutyMatter other = ChainOnPaper.Matter("draft:1");
        _chain.Raise(_matter).Raise(other);
        Assert.Equal([Ada], _chain.Phoned.Select(call => call.Who));
        _chain.Do(new DutyInput.Taken(_matter.Id, Ada, DutyCallResult.Noted)).Ends(_matter, Ada, DutyCallResult.Noted);
        Assert.Contains(new DutyEffect.Phone(other, Ada), _chain.Last);
    }

    [Fact]
    public void The_urgent_matter_chooses_first()
    {
        DutyMatter disk = ChainOnPaper.Matter("system:DiskLow", DutySeverity.ByDay, DateTimeOffset.UnixEpoch);
        DutyMatter store = ChainOnPaper.Matter("system:Store", DutySeverity.Urgent, DateTimeOffset.UnixEpoch.AddHours(1));
        _chain.OnDuty = [];
        _chain.Raise(disk).Raise(store);
        _chain.OnDuty = [Ada];
        _chain.Wait(TimeSpan.FromMinutes(1));
        Assert.Contains(new DutyEffect.Phone(store, Ada), _chain.Last);
        Assert.Single(_chain.Phoned);
    }

    [Fact]
    public void An_hour_bears_a_number_of_calls_and_the_day_leaves_half_of_them_to_the_urgent()
    {
        var chain = new ChainOnPaper(new DutyOptions { MostCallsPerHour = 10, FirstPause = TimeSpan.FromSeconds(10), LongestPause = TimeSpan.FromSeconds(10) }, Ada, Bob);
        chain.Raise(ChainOnPaper.Matter("a", DutySeverity.ByDay));
        chain.NobodyAnswersFor(TimeSpan.FromMinutes(50));
        Assert.Equal(5, chain.Phoned.Count);
        Assert.Contains(chain.Escalated, escalation => escalation.Why == DutyEscalation.CallsExhausted);
        chain.Raise(ChainOnPaper.Matter("b"));
        Assert.Equal(6, chain.Phoned.Count);
        chain.NobodyAnswersFor(TimeSpan.FromHours(5));
        Assert.All(chain.Phoned, call => Assert.InRange(chain.Phoned.Count(other => other.At > call.At - TimeSpan.FromHours(1) && other.At <= call.At), 1, 10));
    }

    [Fact]
    public void Who_comes_on_duty_in_between_is_phoned_and_who_went_is_not()
    {
        _chain.Raise(_matter);
        _chain.OnDuty = [Cleo];
        _chain.Ends(_matter, Ada);
        Assert.Equal([Ada, Cleo], _chain.Phoned.Select(call => call.Who));
    }

    [Fact]
    public void An_empty_roster_is_said_and_asked_again()
    {
        _chain.OnDuty = [];
        _chain.Raise(_matter);
        Assert.Equal(DutyEscalation.NobodyOnDuty, Assert.Single(_chain.Escalated).Why);
        _chain.OnDuty = [Ada];
        Assert.Single(_chain.Wait(TimeSpan.FromMinutes(1)).Phoned);
    }

    [Fact]
    public void After_a_restart_the_person_whose_call_was_cut_off_is_phoned_first_and_the_taken_stay_taken()
    {
        DutyMatter noted = ChainOnPaper.Matter("draft:1");
        var rows = new Dictionary<DutyMatterId, DutyMatterState>();
        foreach (Action step in new Action[] { () => _chain.Raise(noted), () => _chain.Do(new DutyInput.Taken(noted.Id, Ada, DutyCallResult.Noted)), () => _chain.Ends(noted, Ada), () => _chain.Raise(_matter), () => _chain.Ends(_matter, Ada) })
        {
            step();
            foreach (DutyEffect.Save save in _chain.Last.OfType<DutyEffect.Save>())
            {
                rows[save.State.Matter.Id] = save.State;
            }
        }

        Assert.Equal(Bob, rows[_matter.Id].Calling);
        var next = new ChainOnPaper(new DutyOptions(), Ada, Bob) { State = DutyChain.Resume([.. rows.Values]), Now = _chain.Now };
        next.Wait(TimeSpan.FromSeconds(30));
        Assert.Equal([Bob], next.Phoned.Select(call => call.Who));
        next.Ends(_matter, Bob).Raise(ChainOnPaper.Matter("draft:1"));
        Assert.Single(next.Phoned);
        Assert.Equal(1, next.State.Matters.First(matter => matter.Matter.Id == _matter.Id).Rounds);
    }

    [Fact]
    public void A_clock_that_is_put_back_silences_nothing()
    {
        _chain.OnDuty = [];
        _chain.Raise(_matter);
        _chain.OnDuty = [Ada];
        _chain.Now -= TimeSpan.FromDays(1);
        Assert.Single(_chain.Wait(TimeSpan.FromSeconds(30)).Phoned);
    }

    [Fact]
    public void More_matters_than_fit_are_refused_and_noted()
    {
        var chain = new ChainOnPaper(new DutyOptions { MostMatters = 1 }, Ada);
        DutyMatter other = ChainOnPaper.Matter("other");
        chain.Raise(_matter).Raise(other);
        Assert.Equal([new DutyEffect.NoteRefused(other)], chain.Last);
    }

    [Fact]
    public void Whatever_happens_there_is_one_call_for_a_matter_one_for_a_person_and_every_open_matter_has_a_next_time()
    {
        DutyMatter[] matters = [_matter, ChainOnPaper.Matter("b"), ChainOnPaper.Matter("c", DutySeverity.ByDay)];
        Prop.ForAll(
            Gen.Choose(0, 5000).ListOf().ToArbitrary(),
            script =>
            {
                var chain = new ChainOnPaper(new DutyOptions { MostCallsPerHour = 8 }, Ada, Bob, Cleo);
                foreach (int choice in script)
                {
                    DutyMatter matter = matters[choice % 3];
                    OperatorId who = chain.OnDuty[choice / 3 % 3];
                    switch (choice % 7)
                    {
                        case 0 or 1: chain.Raise(matter); break;
                        case 2: chain.Ends(matter, who); break;
                        case 3: chain.Do(new DutyInput.Taken(matter.Id, who, DutyCallResult.Noted)); break;
                        case 4: chain.Do(new DutyInput.Ended(matter.Key, "test")); break;
                        default: chain.Wait(TimeSpan.FromSeconds(choice)); break;
                    }

                    OperatorId[] onThePhone = [.. chain.State.Matters.Where(state => state.Calling is not null).Select(state => state.Calling!.Value)];
                    Assert.Equal(onThePhone.Distinct(), onThePhone);
                    Assert.InRange(chain.Phoned.Count(call => call.At > chain.Now - TimeSpan.FromHours(1)), 0, 8);
                    Assert.All(chain.State.Matters.Where(state => state.Standing == DutyStanding.Waiting), _ => Assert.NotNull(DutyChain.NextDue(chain.State, TimeZoneInfo.Utc, new DutyOptions(), chain.Now)));
                }
            }).QuickCheckThrowOnFailure();
    }
}
