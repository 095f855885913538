using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Speaking;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Steering;

public sealed class SteeringTests : IAsyncDisposable
{
    private readonly TownHall _town = new();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Status_says_trouble_first_then_each_score_with_the_right_plural_then_the_time_left()
    {
        _town.Desk.Trouble.Add(LineTrouble.Gateway);
        _town.Desk.Trouble.Add(LineTrouble.Trunk);
        var totals = new AlertTotals { Recipients = 412, HelpRequests = 1, Confirmed = 301, ProbablyHeard = 1, VoicemailOnly = 20, Unreached = 90 };
        DeskAlert alert = TownHall.AlertOf("Flood", totals: totals, left: TimeSpan.FromMinutes(4));
        _town.Desk.Alerts.Add(alert);
        ScriptedPhone phone = await CallAsync("3");
        string[] said =
        [
            SteeringPromptNames.Trouble, SteeringPromptNames.TroubleTrunk, SteeringPromptNames.TroubleGateway,
            OperatorPromptNames.RealTone, OperatorPromptNames.KindReal, "Flood", OperatorPromptNames.Reference, .. SpokenNumber.Digits(alert.Reference),
            "number-4", "number-hundred", "number-12", LaunchPromptNames.HouseholdsMany,
            "number-1", SteeringPromptNames.StatusHelpOne,
            "number-3", "number-hundred", "number-1", SteeringPromptNames.StatusConfirmedMany,
            "number-1", SteeringPromptNames.StatusHeardOne,
            "number-20", SteeringPromptNames.StatusVoicemailMany,
            "number-90", SteeringPromptNames.StatusUnreachedMany,
            SteeringPromptNames.StatusLeft, "number-4", LaunchPromptNames.MinutesMany,
        ];
        Assert.Equal(said, phone.Heard.SkipWhile(name => name != SteeringPromptNames.Trouble).Take(said.Length));
    }

    [Fact]
    public async Task Zero_says_the_status_again_with_new_figures()
    {
        _town.Desk.Alerts.Add(TownHall.AlertOf("Flood", totals: new AlertTotals { Recipients = 10 }));
        ScriptedPhone phone = _town.NewPhone().Types(TownHall.ComeIn + "3").Then(() =>
        {
            _town.Desk.Alerts[0] = TownHall.AlertOf("Flood", totals: new AlertTotals { Recipients = 10, Confirmed = 7 });
            return Task.CompletedTask;
        }).Types("0");
        await _town.OperatorCallsAsync(phone);
        Assert.Equal(2, phone.Heard.Count(name => name == SteeringPromptNames.StatusConfirmedMany));
        Assert.Contains("number-7", phone.Heard);
    }

    [Fact]
    public async Task Without_a_running_alert_the_last_one_is_told()
    {
        Assert.Contains(SteeringPromptNames.StatusNone, (await CallAsync("3")).Heard);
        _town.Desk.Alerts.Add(TownHall.AlertOf("Storm", AlertKind.Exercise, AlertPhase.Finished));
        ScriptedPhone phone = await CallAsync("3");
        Assert.Equal(
            [SteeringPromptNames.StatusNone, SteeringPromptNames.StatusLast, OperatorPromptNames.ExerciseTone, OperatorPromptNames.KindExercise, "Storm"],
            phone.Heard.SkipWhile(name => name != SteeringPromptNames.StatusNone).Take(5));
    }

    [Fact]
    public async Task A_running_alert_is_paused_and_a_paused_one_resumed()
    {
        _town.Desk.Alerts.Add(TownHall.AlertOf("Flood"));
        Assert.Contains(SteeringPromptNames.ControlNowPaused, (await CallAsync("41")).Heard);
        _town.Desk.Alerts[0] = TownHall.AlertOf("Flood", phase: AlertPhase.Paused);
        Assert.Contains(SteeringPromptNames.ControlNowRunning, (await CallAsync("42")).Heard);
        Assert.Equal([AlertCommand.Pause, AlertCommand.Resume], _town.Desk.Changes.Select(change => change.Command));
    }

    [Fact]
    public async Task A_stop_needs_a_second_key_and_offers_to_tell_those_already_reached()
    {
        _town.Desk.Alerts.Add(TownHall.AlertOf("Flood"));
        Assert.Empty((await CallAsync("43*")).Heard.Intersect([SteeringPromptNames.ControlNowStopped]));
        Assert.Empty(_town.Desk.Changes);
        ScriptedPhone phone = await CallAsync("431");
        Assert.Equal(AlertCommand.Stop, Assert.Single(_town.Desk.Changes).Command);
        Assert.Contains(SteeringPromptNames.OfferFollowUp, phone.Heard);
    }

    [Theory]
    [InlineData(CommandVerdict.NotRunning, SteeringPromptNames.ControlNotPossible)]
    [InlineData(CommandVerdict.Ending, SteeringPromptNames.ControlNotPossible)]
    [InlineData(CommandVerdict.InForceNotWritten, SteeringPromptNames.ControlNotWritten)]
    [InlineData(CommandVerdict.AlreadySo, SteeringPromptNames.ControlNowPaused)]
    public async Task What_the_engine_answers_is_said(CommandVerdict verdict, string said)
    {
        _town.Desk.ChangeVerdict = verdict;
        _town.Desk.Alerts.Add(TownHall.AlertOf("Flood"));
        Assert.Contains(said, (await CallAsync("41")).Heard);
    }

    [Fact]
    public async Task Of_several_alerts_the_one_with_the_reference_typed_is_steered()
    {
        _town.Desk.Alerts.Add(TownHall.AlertOf("Flood"));
        DeskAlert meant = TownHall.AlertOf("Storm");
        _town.Desk.Alerts.Add(meant);
        await CallAsync("40000" + meant.Reference + "1");
        Assert.Equal(meant.Alert.Id, Assert.Single(_town.Desk.Changes).Alert);
    }

    [Theory]
    [InlineData("1", FollowUpKind.AllClear, SteeringPromptNames.FollowUpAllClear)]
    [InlineData("2", FollowUpKind.Correction, SteeringPromptNames.FollowUpCorrection)]
    public async Task Those_already_reached_are_told_how_it_ended_after_the_usual_confirmation(string key, FollowUpKind kind, string said)
    {
        DeskAlert alert = TownHall.AlertOf("Flood", AlertKind.Exercise, AlertPhase.Finished);
        _town.Desk.Alerts.Add(alert);
        await KeepAsync(7);
        ScriptedPhone phone = await CallAsync("5" + key + "27#412#");
        (DraftContent content, AlertKind launched, _, _) = Assert.Single(_town.Desk.Launched);
        Assert.Equal((DraftContent.Following(alert.Alert.Id, kind, 7), AlertKind.Exercise), (content, launched));
        Assert.Contains(said, phone.Heard);
        Assert.DoesNotContain(OperatorPromptNames.RealTone, phone.Heard);
    }

    [Fact]
    public async Task Last_messages_are_heard_the_latest_first()
    {
        _town.Desk.Alerts.Add(TownHall.AlertOf("Flood"));
        _town.Desk.Alerts.Add(TownHall.AlertOf("Storm"));
        ScriptedPhone phone = await CallAsync("6##");
        Assert.Equal(["message of Flood", "message of Storm", SteeringPromptNames.MessagesEnd], phone.Heard.Where(name => name.StartsWith("message of", StringComparison.Ordinal) || name == SteeringPromptNames.MessagesEnd));
        _town.Desk.Alerts.Clear();
        Assert.Contains(SteeringPromptNames.MessagesNone, (await CallAsync("6")).Heard);
    }

    private Task<ScriptedPhone> CallAsync(string keys) => _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn + keys));

    private Task<Recording?> KeepAsync(int number) => _town.Recordings.KeepAsync(
        new Recording { Organisation = TownHall.Town, Number = number, Language = "en", Duration = TimeSpan.FromSeconds(5), RecordedAt = _town.Clock.GetUtcNow() }, new byte[100], default);
}
