using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Operators;

public sealed class IdentifyTests : IAsyncLifetime
{
    private TownHall _town = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Number_and_pin_lead_to_the_main_menu_and_silence_to_goodbye()
    {
        ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn));
        Assert.Equal(
            [OperatorPromptNames.Welcome, OperatorPromptNames.AskPin, OperatorPromptNames.Hello, .. Enumerable.Repeat(OperatorPromptNames.MainMenu, 3), PromptNames.Goodbye],
            phone.Heard);
        Assert.True(phone.HungUp);
    }

    [Fact]
    public async Task An_unknown_number_a_wrong_pin_and_a_locked_operator_hear_the_same_words_for_the_same_time()
    {
        List<string>? words = null;
        TimeSpan? time = null;
        foreach (string keys in (string[])["9999#111222#", "1042#111222#"])
        {
            _town = new TownHall();
            DateTimeOffset begun = _town.Clock.GetUtcNow();
            ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types(keys + keys + keys));
            words ??= phone.Heard;
            time ??= _town.Clock.GetUtcNow() - begun;
            Assert.Equal(words, phone.Heard);
            Assert.Equal(time, _town.Clock.GetUtcNow() - begun);
            Assert.True(phone.HungUp);
        }

        Assert.Equal(3, words!.Count(name => name == OperatorPromptNames.NotRecognised));
        ScriptedPhone again = await _town.OperatorCallsAsync(_town.NewPhone().Types("1042#111222#1042#111222#1042#111222#"));
        Assert.Equal(words, again.Heard);
        ScriptedPhone right = await _town.OperatorCallsAsync(_town.NewPhone().Types(string.Concat(Enumerable.Repeat(TownHall.ComeIn, 3))));
        Assert.Equal(words, right.Heard);
        Assert.Equal(OperatorAlarmKind.OperatorLocked, Assert.Single(_town.Alarms.All).Kind);
    }

    [Fact]
    public async Task The_duress_pin_is_heard_like_the_right_one_and_warns_the_others()
    {
        ScriptedPhone right = await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn));
        ScriptedPhone forced = await _town.OperatorCallsAsync(_town.NewPhone().Types($"{TownHall.Number}#{TownHall.DuressPin}#"));
        Assert.Equal(right.Heard, forced.Heard);
        Assert.Equal(OperatorAlarmKind.Duress, Assert.Single(_town.Alarms.All).Kind);
    }

    [Fact]
    public async Task A_locked_operator_comes_in_from_the_registered_phone_and_elsewhere_after_fifteen_minutes()
    {
        for (int call = 0; call < 3; call++)
        {
            await _town.OperatorCallsAsync(_town.NewPhone().Types("1042#111222#1042#111222#1042#111222#"), $"+3363998700{call}");
        }

        Assert.Contains(OperatorPromptNames.Hello, (await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn), _town.First.RegisteredPhone.ToString()!)).Heard);
        _town.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains(OperatorPromptNames.Hello, (await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn))).Heard);
    }

    [Fact]
    public async Task No_log_line_holds_a_pin_or_a_number_typed()
    {
        await _town.OperatorCallsAsync(_town.NewPhone().Types("1042#111222#9876#739264#" + TownHall.ComeIn));
        Assert.NotEmpty(_town.Log.Lines);
        Assert.DoesNotContain(_town.Log.Lines, line => line.Contains("111222") || line.Contains("739264") || line.Contains("9876"));
    }

    [Fact]
    public async Task Whoever_was_not_recognised_may_be_called_back_on_the_registered_phone_and_only_there()
    {
        ScriptedPhone back = _town.NewPhone().Types(TownHall.Pin + "#*");
        _town.Outbound.Answers(_town.First.RegisteredPhone!.Value, back);
        ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types("1042#111222#1042#111222#1042#111222#1"));
        Assert.Equal(OperatorPromptNames.CallBackNoted, phone.Heard[^2]);
        await UntilAsync(() => back.HungUp);
        Assert.Equal([_town.First.RegisteredPhone!.Value], _town.Outbound.Called);
        Assert.Equal([OperatorPromptNames.CallBackWelcome, OperatorPromptNames.Hello, PromptNames.Goodbye], back.Heard);
    }

    [Fact]
    public async Task A_call_back_for_a_number_that_nobody_has_sounds_the_same_and_calls_nobody()
    {
        ScriptedPhone known = await _town.OperatorCallsAsync(_town.NewPhone().Types("1042#111222#1042#111222#1042#111222#1"));
        await UntilAsync(() => !_town.Outbound.Called.IsEmpty);
        await using var other = new TownHall();
        ScriptedPhone unknown = await other.OperatorCallsAsync(other.NewPhone().Types("9999#111222#9999#111222#9999#111222#1"));
        Assert.Equal(known.Heard, unknown.Heard);
        other.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(other.Outbound.Called);
    }

    [Fact]
    public async Task One_operator_is_called_back_once_in_five_minutes_at_most()
    {
        for (int call = 0; call < 4; call++)
        {
            await _town.OperatorCallsAsync(_town.NewPhone().Types("1042#111222#1042#111222#1042#111222#1"), $"+3363998700{call}");
        }

        await UntilAsync(() => !_town.Outbound.Called.IsEmpty);
        Assert.InRange(_town.Outbound.Called.Count, 1, 2);
    }

    [Fact]
    public async Task Where_a_call_back_is_asked_for_nothing_is_launched_steered_or_approved_without_one()
    {
        await using var strict = new TownHall(options => options with { CallBackToLaunch = true });
        foreach (char key in "1457")
        {
            ScriptedPhone phone = await strict.OperatorCallsAsync(strict.NewPhone().Types(TownHall.ComeIn + key));
            Assert.Equal(OperatorPromptNames.CallBackNeeded, phone.Heard[^2]);
            Assert.True(phone.HungUp);
        }

        ScriptedPhone back = strict.NewPhone().Types(TownHall.Pin + "#1112#1412#");
        strict.Outbound.Answers(strict.First.RegisteredPhone!.Value, back);
        strict.Clock.Advance(TimeSpan.FromMinutes(6));
        await strict.OperatorCallsAsync(strict.NewPhone().Types(TownHall.ComeIn + "1"));
        await UntilAsync(() => back.HungUp, strict);
        Assert.Contains(LaunchPromptNames.LaunchChoice, back.Heard);
    }

    [Fact]
    public async Task Who_may_not_launch_hears_so_and_stays_in_the_menu()
    {
        await _town.Operators.SaveAsync(_town.First with { MayLaunch = false }, default);
        ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn + "1"));
        Assert.Contains(OperatorPromptNames.NoRight, phone.Heard);
        Assert.DoesNotContain(LaunchPromptNames.LaunchChoice, phone.Heard);
    }

    [Fact]
    public async Task An_operator_of_another_language_is_spoken_to_in_it()
    {
        await _town.Operators.SaveAsync(_town.First with { Languages = ["fr"] }, default);
        ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn));
        Assert.True(phone.HungUp);
        Assert.Contains(OperatorPromptNames.MainMenu, phone.Heard);
    }

    private Task UntilAsync(Func<bool> holds) => UntilAsync(holds, _town);

    /// <summary>Lets virtual time pass until work in the background has come to its end.</summary>
    private static async Task UntilAsync(Func<bool> holds, TownHall town)
    {
        for (int look = 0; look < 2000 && !holds(); look++)
        {
            town.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        Assert.True(holds());
    }
}
