using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Approvals;

public sealed class ApprovalTests : IAsyncDisposable
{
    private readonly TownHall _town = new();

    public ApprovalTests() => _town.Desk.Proposal = _town.Desk.Proposal with { NeedsSecondPerson = true };

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task The_second_operator_is_called_and_approves_by_key()
    {
        ScriptedPhone second = _town.NewPhone().Types(TownHall.OtherPin + "#1");
        _town.Outbound.Answers(_town.Second.RegisteredPhone!.Value, second);
        ScriptedPhone first = await SubmitAsync();
        Assert.Contains(LaunchPromptNames.Pending, first.Heard);
        Assert.DoesNotContain(LaunchPromptNames.LaunchedReal, first.Heard);
        await UntilAsync(() => second.HungUp);
        Assert.Equal([_town.Second.RegisteredPhone!.Value], _town.Outbound.Called);
        Assert.Equal([LaunchPromptNames.ApproveCall, OperatorPromptNames.RealTone, LaunchPromptNames.ApproveRequest], second.Heard.Take(3));
        Assert.Contains(LaunchPromptNames.LaunchedReal, second.Heard);
        (_, _, string by, string key) = Assert.Single(_town.Desk.Launched);
        Draft draft = Assert.Single(_town.Drafts.All);
        Assert.Equal((DraftState.Running, _town.Second.Id, _town.Desk.LastAlert, draft.IdempotencyKey), (draft.State, draft.DecidedBy, draft.Alert, key));
        Assert.Equal("Operator 1042 (1042) + Operator 1043 (1043)", by);
    }

    [Fact]
    public async Task Whoever_picks_up_without_the_pin_learns_nothing_and_the_others_are_called_again()
    {
        ScriptedPhone thief = _town.NewPhone().Types("111222#333444#555666#");
        ScriptedPhone second = _town.NewPhone().Types(TownHall.OtherPin + "#1");
        _town.Outbound.Answers(_town.Second.RegisteredPhone!.Value, thief);
        _town.Outbound.Answers(_town.Second.RegisteredPhone!.Value, second);
        await SubmitAsync();
        await UntilAsync(() => second.HungUp);
        Assert.DoesNotContain(LaunchPromptNames.ApproveRequest, thief.Heard);
        Assert.DoesNotContain("name", thief.Heard);
        Assert.Single(_town.Desk.Launched);
    }

    [Fact]
    public async Task A_refusal_launches_nothing_and_ends_the_calls()
    {
        ScriptedPhone second = _town.NewPhone().Types(TownHall.OtherPin + "#2");
        _town.Outbound.Answers(_town.Second.RegisteredPhone!.Value, second);
        await SubmitAsync();
        await UntilAsync(() => second.HungUp);
        _town.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty(_town.Desk.Launched);
        Assert.Equal(DraftState.Rejected, Assert.Single(_town.Drafts.All).State);
        Assert.Single(_town.Outbound.Called);
    }

    [Fact]
    public async Task Danger_to_life_leaves_after_the_configured_minutes_without_a_second_person_and_the_log_says_so()
    {
        _town.Desk.Proposal = _town.Desk.Proposal with { OverrideAfter = TimeSpan.FromMinutes(5) };
        ScriptedPhone first = await SubmitAsync();
        Assert.Equal([LaunchPromptNames.PendingOverride, "number-5", LaunchPromptNames.MinutesMany], first.Heard.SkipWhile(name => name != LaunchPromptNames.PendingOverride).Take(3));
        await UntilAsync(() => !_town.Desk.Launched.IsEmpty);
        Draft draft = Assert.Single(_town.Drafts.All);
        Assert.InRange(_town.Clock.GetUtcNow() - draft.SubmittedAt!.Value, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(8));
        await UntilAsync(() => Assert.Single(_town.Drafts.All).Alert is not null);
        Assert.True(Assert.Single(_town.Drafts.All).ByOverride);
        Assert.Contains(_town.Log.Lines, line => line.StartsWith("11007", StringComparison.Ordinal));
        Assert.Contains("override", Assert.Single(_town.Desk.Launched).By);
    }

    [Fact]
    public async Task A_launch_that_the_engine_refuses_is_said_to_have_failed_and_never_leaves_later()
    {
        await SubmitAsync();
        _town.Desk.LaunchVerdict = Alerting.Alerts.LaunchVerdict.StoreFull;
        ScriptedPhone second = await _town.OperatorCallsAsync(_town.NewPhone().Types($"1043#{TownHall.OtherPin}#71"));
        Assert.Contains(LaunchPromptNames.LaunchFailed, second.Heard);
        _town.Desk.LaunchVerdict = Alerting.Alerts.LaunchVerdict.Accepted;
        Assert.Equal(DraftState.Returned, Assert.Single(_town.Drafts.All).State);
        Assert.Equal(0, await _town.Service.StartAsync(default));
        Assert.Empty(_town.Desk.Launched);
    }

    [Fact]
    public async Task Danger_to_life_waits_for_a_store_that_cannot_write()
    {
        _town.Desk.Proposal = _town.Desk.Proposal with { OverrideAfter = TimeSpan.FromMinutes(5) };
        _town.Desk.LaunchVerdict = Alerting.Alerts.LaunchVerdict.StoreUnavailable;
        await SubmitAsync();
        await UntilAsync(() => _town.Log.Lines.Any(line => line.StartsWith("11004", StringComparison.Ordinal)));
        _town.Desk.LaunchVerdict = Alerting.Alerts.LaunchVerdict.Accepted;
        await UntilAsync(() => !_town.Desk.Launched.IsEmpty);
        Assert.Single(_town.Desk.Launched);
    }

    [Fact]
    public async Task Without_danger_to_life_it_waits_for_a_second_person_however_long()
    {
        await SubmitAsync();
        await UntilAsync(() => _town.Log.Lines.Any(line => line.StartsWith("11009", StringComparison.Ordinal)));
        Assert.Empty(_town.Desk.Launched);
        Assert.Equal(3, _town.Outbound.Called.Count);
        ScriptedPhone second = await _town.OperatorCallsAsync(_town.NewPhone().Types($"1043#{TownHall.OtherPin}#71"));
        Assert.Contains(LaunchPromptNames.LaunchedReal, second.Heard);
        Assert.Single(_town.Desk.Launched);
    }

    [Fact]
    public async Task Ones_own_request_is_not_offered_to_oneself()
    {
        await SubmitAsync();
        ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn + "7"));
        Assert.Contains(LaunchPromptNames.ApproveNone, phone.Heard);
    }

    [Fact]
    public async Task An_exercise_needs_no_second_person()
    {
        ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn + "1112#2412#"));
        Assert.Contains(LaunchPromptNames.LaunchedExercise, phone.Heard);
        Assert.Empty(_town.Drafts.All);
    }

    [Fact]
    public async Task What_an_earlier_process_left_approved_is_launched_once_by_the_next()
    {
        Draft draft = new()
        {
            Id = Alerting.Identifiers.DraftId.New(_town.Clock), Organisation = TownHall.Town, Content = DraftContent.OfScenario(_town.Flood.Id), Kind = Alerting.Alerts.AlertKind.Real,
            Title = "Flood", Households = 412, SubmittedBy = _town.First.Id,
        };
        Draft pending = DraftRules.Submit(draft, _town.First, null, _town.Clock.GetUtcNow()).Draft;
        foreach (Draft version in (Draft[])[draft, pending, DraftRules.Approve(pending, _town.Second, _town.Clock.GetUtcNow()).Draft])
        {
            Assert.True(await _town.Drafts.SaveAsync(version, default));
        }

        Assert.Equal(1, await _town.Service.StartAsync(default));
        await UntilAsync(() => Assert.Single(_town.Drafts.All).Alert is not null);
        Assert.Equal(draft.IdempotencyKey, Assert.Single(_town.Desk.Launched).Key);
        Assert.Equal(0, await _town.Service.StartAsync(default));
    }

    private Task<ScriptedPhone> SubmitAsync() => _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn + "1112#1412#"));

    /// <summary>Lets virtual time pass until work in the background has come to its end.</summary>
    private async Task UntilAsync(Func<bool> holds)
    {
        for (int look = 0; look < 4000 && !holds(); look++)
        {
            _town.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        Assert.True(holds());
    }
}
