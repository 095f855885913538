using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Speaking;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Desk;

public sealed class EngineDeskTests : IAsyncLifetime
{
    private const string Home = "+33639980001";
    private const string Neighbour = "+33639980002";
    private readonly TownHall _town = new();
    private RunningEngine _engine = null!;
    private DirectLaunchDesk _launches = null!;
    private EngineDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _engine = await RunningEngine.StartAsync();
        _launches = new DirectLaunchDesk(_engine.Alerts);
        var register = new SmallRegister(RunningEngine.Household(Home), RunningEngine.Household(Neighbour));
        var sound = new MessageSound((text, _) => Task.FromResult(new RenderResult { Prompt = FakeOperatorDesk.Sound(text.RecordingPath ?? text.Text), Source = "test" }), (_, _) => null);
        _desk = new EngineDesk(_engine.Alerts, _launches, _town.Scenarios, _town.Recordings, register, register, sound, _town.Options, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _town.DisposeAsync();
    }

    [Fact]
    public async Task A_scenario_becomes_a_proposal_and_an_alert_that_never_leaves_twice()
    {
        await _town.Scenarios.SaveAsync(_town.Flood with { TwoPeople = true, OverrideAfter = TimeSpan.FromMinutes(5) }, default);
        DraftContent content = DraftContent.OfScenario(_town.Flood.Id);
        LaunchProposal proposal = await _desk.ProposeAsync(TownHall.Town, content, AlertKind.Real, "en", default);
        Assert.Equal((LaunchFault.None, 2, "Flood", true, TimeSpan.FromMinutes(5)), (proposal.Fault, proposal.Households, proposal.Name!.Name, proposal.NeedsSecondPerson, proposal.OverrideAfter));
        Assert.True(proposal.Duration > TimeSpan.Zero);
        Assert.False((await _desk.ProposeAsync(TownHall.Town, content, AlertKind.Exercise, "en", default)).NeedsSecondPerson);
        LaunchResult first = await _desk.LaunchAsync(TownHall.Town, content, AlertKind.Real, "on call", "key", default);
        LaunchResult again = await _desk.LaunchAsync(TownHall.Town, content, AlertKind.Real, "on call", "key", default);
        Assert.Equal((LaunchVerdict.Accepted, LaunchVerdict.AlreadyAccepted, first.Alert), (first.Verdict, again.Verdict, again.Alert));
        DeskAlert listed = Assert.Single(await _desk.ListAsync(TownHall.Town, "en", default));
        Assert.Equal((2, true, TimeSpan.FromMinutes(3)), (listed.Totals.Recipients, listed.IsOpen, listed.Left));
    }

    [Fact]
    public async Task A_recording_is_played_to_its_group_and_written_channels_say_how_to_hear_it()
    {
        await KeepAsync(7);
        LaunchResult result = await _desk.LaunchAsync(TownHall.Town, DraftContent.OfRecording(7, 3), AlertKind.Real, "on call", "key", default);
        Assert.Equal(LaunchVerdict.Accepted, result.Verdict);
        Assert.Equal("7.wav", _launches.Last!.Message.Texts[0].Recording);
        Assert.Contains(TownHall.ResidentsLine, _launches.Last.Message.Texts[0].SmsText!);
        Assert.Equal("Recording 7: Right bank", _launches.Last.Title);
    }

    [Fact]
    public async Task An_all_clear_goes_to_those_reached_and_to_nobody_else()
    {
        AlertId alert = await _engine.LaunchAsync(Home, Neighbour);
        await KeepAsync(7);
        DraftContent content = DraftContent.Following(alert, FollowUpKind.AllClear, 7);
        Assert.Equal(LaunchFault.Nobody, (await _desk.ProposeAsync(TownHall.Town, content, AlertKind.Real, "en", default)).Fault);
        HouseholdAlert home = Assert.Single(_engine.Alerts.Households.Find(TownHall.Town, TownHall.Phone(Home)));
        Assert.Equal(CommandVerdict.Done, await _engine.Alerts.AcknowledgeAsync(alert, home.Recipient, AcknowledgementOption.Safe, "call-back"));
        Assert.Equal(1, (await _desk.ProposeAsync(TownHall.Town, content, AlertKind.Real, "en", default)).Households);
        Assert.Equal(LaunchVerdict.Accepted, (await _desk.LaunchAsync(TownHall.Town, content, AlertKind.Real, "on call", "key", default)).Verdict);
        Assert.Equal((Home, "All-clear: Flood"), (Assert.Single(_launches.Last!.Audience).Points[0].Address, _launches.Last.Title));
        Assert.Equal(2, _engine.Alerts.Households.Find(TownHall.Town, TownHall.Phone(Home)).Count);
    }

    [Fact]
    public async Task An_exercise_is_never_followed_by_something_real()
    {
        AlertId alert = await _engine.LaunchAsync(Home);
        await KeepAsync(7);
        Assert.Equal(
            LaunchFault.KindNotAllowed,
            (await _desk.ProposeAsync(TownHall.Town, DraftContent.Following(alert, FollowUpKind.AllClear, 7), AlertKind.Exercise, "en", default)).Fault);
    }

    [Fact]
    public async Task What_is_not_there_or_belongs_to_others_is_not_found()
    {
        await KeepAsync(7);
        OrganisationId others = OrganisationId.New(TimeProvider.System);
        foreach ((OrganisationId organisation, DraftContent content) in (IEnumerable<(OrganisationId, DraftContent)>)
            [
                (others, DraftContent.OfScenario(_town.Flood.Id)), (TownHall.Town, DraftContent.OfScenario(default)), (TownHall.Town, DraftContent.OfRecording(8, 3)),
                (TownHall.Town, DraftContent.OfRecording(7, 4)), (TownHall.Town, new DraftContent()), (TownHall.Town, DraftContent.Following(default, FollowUpKind.AllClear, 7)),
            ])
        {
            Assert.Equal(LaunchFault.NotFound, (await _desk.ProposeAsync(organisation, content, AlertKind.Real, "en", default)).Fault);
            Assert.Equal(LaunchVerdict.Invalid, (await _desk.LaunchAsync(organisation, content, AlertKind.Real, "on call", "key", default)).Verdict);
        }
    }

    [Fact]
    public async Task Steering_reaches_the_engine()
    {
        AlertId alert = await _engine.LaunchAsync(Home);
        Assert.Equal(CommandVerdict.Done, await _desk.ChangeAsync(alert, AlertCommand.Pause, "on call"));
        Assert.Equal(AlertPhase.Paused, (await _engine.Alerts.GetProgressAsync(alert))!.Phase);
        Assert.Equal(CommandVerdict.Done, await _desk.ChangeAsync(alert, AlertCommand.Resume, "on call"));
        Assert.Equal(CommandVerdict.Done, await _desk.ChangeAsync(alert, AlertCommand.Stop, "on call"));
        Assert.Equal(AlertEnding.Stopped, (await _engine.Alerts.GetProgressAsync(alert))!.Ending);
    }

    [Fact]
    public async Task Who_phones_in_is_known_again_after_a_restart()
    {
        AlertId alert = await _engine.LaunchAsync(Home, Neighbour);
        var rebuilt = new HouseholdDirectory(TimeProvider.System);
        Assert.Empty(rebuilt.Find(TownHall.Town, TownHall.Phone(Home)));
        Assert.Equal(1, await _engine.RebuildAsync(rebuilt));
        HouseholdAlert before = Assert.Single(_engine.Alerts.Households.Find(TownHall.Town, TownHall.Phone(Home)));
        HouseholdAlert after = Assert.Single(rebuilt.Find(TownHall.Town, TownHall.Phone(Home)));
        Assert.Equal((before.Recipient, before.Alert.Id), (after.Recipient, alert));
        Assert.Equal(_engine.Alerts.Households.CodeOf(alert, before.Recipient), rebuilt.CodeOf(alert, after.Recipient));
    }

    private Task<Recording?> KeepAsync(int number) => _town.Recordings.KeepAsync(
        new Recording { Organisation = TownHall.Town, Number = number, Language = "en", Duration = TimeSpan.FromSeconds(5), RecordedAt = _town.Clock.GetUtcNow() }, new byte[100], default);
}
