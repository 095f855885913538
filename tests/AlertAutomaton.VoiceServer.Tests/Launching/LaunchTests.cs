using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Speaking;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Launching;

public sealed class LaunchTests : IAsyncDisposable
{
    private readonly TownHall _town = new();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_scenario_is_said_back_confirmed_by_its_number_of_households_and_gets_a_reference()
    {
        ScriptedPhone phone = await CallAsync("1112#1412#");
        (DraftContent content, AlertKind kind, string by, string key) = Assert.Single(_town.Desk.Launched);
        Assert.Equal((DraftContent.OfScenario(_town.Flood.Id), AlertKind.Real, "Operator 1042 (1042, phone)"), (content, kind, by));
        Assert.StartsWith("phone-", key);
        string[] said =
        [
            OperatorPromptNames.RealTone, OperatorPromptNames.KindReal, "name", LaunchPromptNames.WillBeTold, "number-4", "number-hundred", "number-12", LaunchPromptNames.HouseholdsMany,
            LaunchPromptNames.InAbout, "number-14", LaunchPromptNames.MinutesMany, LaunchPromptNames.ConfirmReal, OperatorPromptNames.RealTone, LaunchPromptNames.CountdownReal,
            OperatorPromptNames.RealTone, LaunchPromptNames.LaunchedReal, .. SpokenNumber.Digits(SpokenReference.Of(_town.Desk.LastAlert.Value)),
        ];
        Assert.Equal(said, phone.Heard.SkipWhile(name => name != said[0]).Take(said.Length));
    }

    [Fact]
    public async Task An_exercise_has_another_tone_and_other_words_from_the_choice_to_the_reference()
    {
        ScriptedPhone phone = await CallAsync("1112#2412#");
        Assert.Equal(AlertKind.Exercise, Assert.Single(_town.Desk.Launched).Kind);
        string[] real = [OperatorPromptNames.RealTone, OperatorPromptNames.KindReal, LaunchPromptNames.ConfirmReal, LaunchPromptNames.CountdownReal, LaunchPromptNames.LaunchedReal];
        Assert.Empty(phone.Heard.Intersect(real));
        Assert.Equal(3, phone.Heard.Count(name => name == OperatorPromptNames.ExerciseTone));
        Assert.All(
            (string[])[OperatorPromptNames.KindExercise, LaunchPromptNames.ConfirmExercise, LaunchPromptNames.CountdownExercise, LaunchPromptNames.LaunchedExercise],
            name => Assert.Contains(name, phone.Heard));
    }

    [Theory]
    [InlineData("411#")]
    [InlineData("0#")]
    [InlineData("41")]
    public async Task A_wrong_number_of_households_three_times_launches_nothing(string typed)
    {
        ScriptedPhone phone = _town.NewPhone().Types(TownHall.ComeIn + "1112#1");
        for (int attempt = 0; attempt < 3; attempt++)
        {
            phone.Types(typed).StaysQuiet(typed.EndsWith('#') ? 0 : 1);
        }

        await _town.OperatorCallsAsync(phone);
        Assert.Empty(_town.Desk.Launched);
        Assert.Equal(3, phone.Heard.Count(name => name == LaunchPromptNames.CountWrong));
    }

    [Theory]
    [InlineData('0')]
    [InlineData('5')]
    [InlineData('#')]
    [InlineData('*')]
    public async Task Any_key_within_ten_seconds_cancels(char key)
    {
        ScriptedPhone phone = await CallAsync("1112#1412#" + key);
        Assert.Empty(_town.Desk.Launched);
        Assert.Contains(LaunchPromptNames.Cancelled, phone.Heard);
        Assert.DoesNotContain(LaunchPromptNames.LaunchedReal, phone.Heard);
    }

    [Fact]
    public async Task The_ten_seconds_are_kept()
    {
        ScriptedPhone phone = _town.NewPhone().Types(TownHall.ComeIn + "1112#1412#");
        DateTimeOffset counted = default;
        phone.Then(() =>
        {
            counted = _town.Clock.GetUtcNow();
            return Task.CompletedTask;
        });
        Task<ScriptedPhone> call = _town.OperatorCallsAsync(phone);
        await call;
        Assert.Single(_town.Desk.Launched);
        Assert.InRange(_town.Clock.GetUtcNow() - counted, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_recording_and_a_group_may_be_launched_without_a_scenario()
    {
        await KeepAsync(7);
        await CallAsync("127#3#1412#");
        Assert.Equal(DraftContent.OfRecording(7, 3), Assert.Single(_town.Desk.Launched).Content);
    }

    [Fact]
    public async Task The_recording_just_made_is_taken_by_the_hash_alone()
    {
        ScriptedPhone phone = _town.NewPhone().Types(TownHall.ComeIn + "2#15#12#3#1412#");
        phone.Says = Media.Audio.ToneGenerator.Sine(700, TimeSpan.FromSeconds(2), -16);
        await _town.OperatorCallsAsync(phone);
        Assert.Equal(DraftContent.OfRecording(5, 3), Assert.Single(_town.Desk.Launched).Content);
        Assert.Contains(LaunchPromptNames.LaunchLastRecording, phone.Heard);
    }

    [Theory]
    [InlineData(LaunchFault.Nobody, LaunchPromptNames.FaultNobody)]
    [InlineData(LaunchFault.NoSound, LaunchPromptNames.FaultSound)]
    [InlineData(LaunchFault.KindNotAllowed, LaunchPromptNames.FaultKind)]
    [InlineData(LaunchFault.NoPolicy, LaunchPromptNames.LaunchFailed)]
    [InlineData(LaunchFault.NotFound, OperatorPromptNames.UnknownNumber)]
    public async Task What_cannot_be_launched_is_said_before_anything_is_confirmed(LaunchFault fault, string said)
    {
        _town.Desk.Proposal = LaunchProposal.Not(fault);
        ScriptedPhone phone = await CallAsync("1112#1");
        Assert.Contains(said, phone.Heard);
        Assert.DoesNotContain(LaunchPromptNames.ConfirmReal, phone.Heard);
    }

    [Fact]
    public async Task A_launch_that_the_disk_refuses_is_said_to_have_failed()
    {
        _town.Desk.LaunchVerdict = LaunchVerdict.StoreFull;
        ScriptedPhone phone = await CallAsync("1112#1412#");
        Assert.Contains(LaunchPromptNames.LaunchFailed, phone.Heard);
        Assert.DoesNotContain(LaunchPromptNames.LaunchedReal, phone.Heard);
    }

    [Fact]
    public async Task A_scenario_for_exercises_only_is_never_asked_about_real()
    {
        await _town.Scenarios.SaveAsync(_town.Flood with { Kinds = [AlertKind.Exercise] }, default);
        ScriptedPhone phone = await CallAsync("1112#412#");
        Assert.DoesNotContain(LaunchPromptNames.LaunchKind, phone.Heard);
        Assert.Equal(AlertKind.Exercise, Assert.Single(_town.Desk.Launched).Kind);
    }

    private Task<ScriptedPhone> CallAsync(string keys) => _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn + keys));

    private Task<Recording?> KeepAsync(int number) => _town.Recordings.KeepAsync(
        new Recording { Organisation = TownHall.Town, Number = number, Language = "en", Duration = TimeSpan.FromSeconds(5), RecordedAt = _town.Clock.GetUtcNow() },
        new byte[100],
        default);
}
