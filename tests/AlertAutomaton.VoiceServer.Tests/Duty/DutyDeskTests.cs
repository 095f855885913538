using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Duty;

public sealed class DutyDeskTests : IAsyncDisposable
{
    private const string FirstPin = TownHall.ComeIn;
    private const string SecondPin = "1043#" + TownHall.OtherPin + "#";
    private readonly DutyRoom _room = new();

    private E164Number First => _room.Town.First.RegisteredPhone!.Value;

    private E164Number Second => _room.Town.Second.RegisteredPhone!.Value;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task The_first_on_duty_identifies_hears_the_alarm_and_takes_note()
    {
        ScriptedPhone phone = _room.Town.NewPhone().Listens().Types(FirstPin + "2");
        _room.Town.Outbound.Answers(First, phone);
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => phone.HungUp && desk.Matters[0].Calling is null);
        Assert.Equal(
            [DutyPromptNames.CallUnnamed, DutyPromptNames.AlarmWaits, OperatorPromptNames.AskNumber, OperatorPromptNames.AskPin, DutyPromptNames.Store, DutyPromptNames.Choice, DutyPromptNames.Taken, PromptNames.Goodbye],
            phone.Heard);
        Assert.Equal([First], _room.Town.Outbound.Called);
        DutyMatterState row = Assert.Single(_room.Store.Rows);
        Assert.Equal((DutyStanding.Taken, _room.Town.First.Id), (row.Standing, row.TakenBy));
        Assert.Empty(_room.Path.Asked);
        Assert.DoesNotContain(_room.Town.Log.Lines, line => line.Contains(TownHall.Pin, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1042#111222#1042#333444#1042#555666#")]
    [InlineData("")]
    [InlineData(FirstPin + "9")]
    [InlineData(FirstPin)]
    public async Task Who_has_no_pin_is_silent_or_says_not_me_leads_to_the_next_person(string keys)
    {
        ScriptedPhone first = _room.FirstAnswers(keys);
        ScriptedPhone second = _room.SecondAnswers(SecondPin + "2");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => second.HungUp && desk.Matters[0].Calling is null);
        Assert.True(first.HungUp);
        Assert.Equal(keys.StartsWith(FirstPin, StringComparison.Ordinal), first.Heard.Contains(DutyPromptNames.Store));
        Assert.Equal([First, Second], _room.Town.Outbound.Called);
        Assert.Equal(_room.Town.Second.Id, desk.Matters[0].TakenBy);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Who_hangs_up_at_any_prompt_before_the_decision_leads_to_the_next_person(int prompt)
    {
        ScriptedPhone first = _room.FirstAnswers(FirstPin + "2", hangsUpAt: prompt);
        ScriptedPhone second = _room.SecondAnswers(SecondPin + "2");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => second.HungUp && desk.Matters[0].Calling is null);
        Assert.True(first.HungUp);
        Assert.Equal(_room.Town.Second.Id, desk.Matters[0].TakenBy);
    }

    [Fact]
    public async Task Who_hangs_up_on_the_read_back_has_taken_it_all_the_same()
    {
        ScriptedPhone first = _room.FirstAnswers(FirstPin + "2", hangsUpAt: 4);
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => first.HungUp && desk.Matters[0].Calling is null);
        Assert.Equal(_room.Town.First.Id, desk.Matters[0].TakenBy);
        Assert.Equal([First], _room.Town.Outbound.Called);
    }

    [Fact]
    public async Task When_nobody_answers_that_is_told_by_another_path_and_the_list_is_phoned_again()
    {
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => _room.Town.Outbound.Called.Count >= 6 && !_room.Path.Took.IsEmpty);
        Assert.Equal([First, Second, First, Second, First, Second], _room.Town.Outbound.Called.Take(6));
        Assert.Equal("duty:system:Store", Assert.Single(_room.Path.Took).Cause);
        ScriptedPhone late = _room.FirstAnswers(FirstPin + "2");
        await _room.UntilAsync(() => late.HungUp && _room.Path.Took.Count == 2);
        Assert.True(_room.Path.Took.Last().IsAllClear);
        Assert.Contains(_room.Town.Log.Lines, line => line.StartsWith("11102", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Key_one_launches_the_prepared_alert_after_the_number_of_households_was_typed()
    {
        ScriptedPhone phone = _room.FirstAnswers(FirstPin + "1412#");
        DutyMatter prepared = _room.Prepared();
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(prepared);
        await _room.UntilAsync(() => phone.HungUp && desk.Matters[0].Calling is null);
        Assert.Equal([DutyPromptNames.CallUnnamed, DutyPromptNames.DraftWaits], phone.Heard.Take(2));
        Assert.Contains(DutyPromptNames.ChoiceLaunch, phone.Heard);
        Assert.Contains(LaunchPromptNames.LaunchedReal, phone.Heard);
        (DraftContent content, AlertKind kind, _, string key) = Assert.Single(_room.Town.Desk.Launched);
        Assert.Equal((prepared.Launch!.Content, AlertKind.Real, $"phone-{prepared.Id}"), (content, kind, key));
        Assert.Equal(DutyStanding.Taken, Assert.Single(_room.Store.Rows).Standing);
    }

    [Fact]
    public async Task A_launch_that_is_cancelled_is_asked_for_again_and_left_open_leads_to_the_next_person()
    {
        ScriptedPhone first = _room.FirstAnswers(FirstPin + "1412##9");
        ScriptedPhone second = _room.SecondAnswers(SecondPin + "1412#");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Prepared());
        await _room.UntilAsync(() => second.HungUp && desk.Matters[0].Calling is null);
        Assert.Contains(LaunchPromptNames.Cancelled, first.Heard);
        Assert.Equal("Operator 1043 (1043, phone)", Assert.Single(_room.Town.Desk.Launched).By);
    }

    [Fact]
    public async Task Where_two_people_are_wanted_the_request_is_made_and_the_second_one_is_called()
    {
        _room.Town.Desk.Proposal = _room.Town.Desk.Proposal with { NeedsSecondPerson = true };
        ScriptedPhone first = _room.FirstAnswers(FirstPin + "1412#");
        ScriptedPhone second = _room.SecondAnswers(TownHall.OtherPin + "#1");
        DutyMatter prepared = _room.Prepared();
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(prepared);
        await _room.UntilAsync(() => first.HungUp && second.HungUp);
        Assert.Contains(LaunchPromptNames.Pending, first.Heard);
        Assert.Contains(LaunchPromptNames.ApproveCall, second.Heard);
        Assert.Equal(prepared.Id.Value, Assert.Single(_room.Town.Drafts.All).Id.Value);
        Assert.Single(_room.Town.Desk.Launched);
        await _room.UntilAsync(() => desk.Matters[0].Standing == DutyStanding.Taken);
    }

    [Fact]
    public async Task Who_may_not_launch_is_not_offered_it_and_may_still_take_note()
    {
        Assert.True(await _room.Town.Operators.SaveAsync(_room.Town.First with { MayLaunch = false }, default));
        ScriptedPhone phone = _room.FirstAnswers(FirstPin + "12");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Prepared());
        await _room.UntilAsync(() => phone.HungUp && desk.Matters[0].Calling is null);
        Assert.DoesNotContain(DutyPromptNames.ChoiceLaunch, phone.Heard);
        Assert.Contains(DutyPromptNames.Taken, phone.Heard);
        Assert.Empty(_room.Town.Desk.Launched);
    }

    [Fact]
    public async Task A_prepared_exercise_sounds_like_one_throughout()
    {
        ScriptedPhone phone = _room.FirstAnswers(FirstPin + "1412#");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Prepared(AlertKind.Exercise));
        await _room.UntilAsync(() => phone.HungUp && desk.Matters[0].Calling is null);
        Assert.Contains(LaunchPromptNames.LaunchedExercise, phone.Heard);
        Assert.Contains(OperatorPromptNames.ExerciseTone, phone.Heard.TakeWhile(name => name != DutyPromptNames.ChoiceLaunch));
        Assert.DoesNotContain(OperatorPromptNames.RealTone, phone.Heard);
    }

    [Fact]
    public async Task What_is_withdrawn_during_the_call_can_no_longer_be_launched()
    {
        DutyDesk desk = await _room.StartAsync();
        ScriptedPhone phone = _room.FirstAnswers(FirstPin).Then(() => desk.EndAsync("draft:1", "withdrawn")).Types("1412#");
        await desk.RaiseAsync(_room.Prepared());
        await _room.UntilAsync(() => phone.HungUp);
        Assert.Contains(DutyPromptNames.Gone, phone.Heard);
        Assert.Empty(_room.Town.Desk.Launched);
        Assert.Equal([First], _room.Town.Outbound.Called);
    }

    [Fact]
    public async Task A_colleague_who_picks_up_comes_in_with_a_number_of_their_own()
    {
        ScriptedPhone phone = _room.FirstAnswers(SecondPin + "2");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => phone.HungUp && desk.Matters[0].Calling is null);
        Assert.Equal(_room.Town.Second.Id, desk.Matters[0].TakenBy);
    }

    [Fact]
    public async Task A_store_that_cannot_write_keeps_nobody_from_being_phoned()
    {
        _room.Store.Works = false;
        ScriptedPhone phone = _room.FirstAnswers(FirstPin + "2");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => phone.HungUp && desk.Matters[0].Calling is null);
        Assert.Equal(DutyStanding.Taken, desk.Matters[0].Standing);
        Assert.Contains(_room.Town.Log.Lines, line => line.StartsWith("11106", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_process_goes_on_with_what_nobody_took()
    {
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => _room.Town.Outbound.Called.Count >= 2);
        await desk.DisposeAsync();
        ScriptedPhone phone = _room.FirstAnswers(FirstPin + "2");
        DutyDesk next = await _room.StartAsync();
        await _room.UntilAsync(() => phone.HungUp && next.Matters[0].Calling is null);
        Assert.Equal(DutyStanding.Taken, next.Matters[0].Standing);
    }

    [Fact]
    public async Task An_operator_who_left_or_has_no_phone_is_passed_over()
    {
        Assert.True(await _room.Town.Operators.SaveAsync(_room.Town.First with { RegisteredPhone = null }, default));
        ScriptedPhone second = _room.SecondAnswers(SecondPin + "2");
        DutyDesk desk = await _room.StartAsync();
        await desk.RaiseAsync(_room.Alarm);
        await _room.UntilAsync(() => second.HungUp);
        Assert.Equal([Second], _room.Town.Outbound.Called);
    }
}
