using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Residents;

public sealed class ResidentCallTests : IAsyncDisposable
{
    private const string Home = "+33639980001";
    private readonly TownHall _town = new();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Who_is_known_by_number_hears_the_message_and_an_answer_is_read_back_only_from_disk()
    {
        Knows(TownHall.HouseholdAlertOf("Flood"));
        ScriptedPhone phone = await CallAsync("1");
        string[] said =
        [
            ResidentPromptNames.Welcome, "organisation", ResidentPromptNames.ConcernsYou, PromptNames.AlertOpening, "organisation", "Flood in en", PromptNames.Menu,
            PromptNames.AcknowledgedSafe, PromptNames.Goodbye,
        ];
        Assert.Equal(said[2..], phone.Heard.SkipWhile(name => name != ResidentPromptNames.ConcernsYou));
        Assert.Equal(["Flood: Safe"], _town.ResidentDesk.Story);
        Assert.True(phone.HungUp);
    }

    [Theory]
    [InlineData(CommandVerdict.InForceNotWritten, PromptNames.RecordingFailed)]
    [InlineData(CommandVerdict.NotRunning, ResidentPromptNames.Over)]
    [InlineData(CommandVerdict.AlreadySo, PromptNames.AcknowledgedSafe)]
    public async Task What_is_not_on_disk_is_not_confirmed(CommandVerdict verdict, string said)
    {
        _town.ResidentDesk.Verdict = verdict;
        Knows(TownHall.HouseholdAlertOf("Flood"));
        ScriptedPhone phone = await CallAsync("1");
        Assert.Contains(said, phone.Heard);
        Assert.Equal(verdict == CommandVerdict.AlreadySo, phone.Heard.Contains(PromptNames.AcknowledgedSafe));
    }

    [Fact]
    public async Task A_key_pressed_into_the_welcome_answers_no_message()
    {
        Knows(TownHall.HouseholdAlertOf("Flood"));
        ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone().Types("1").Listens().Listens(), Home);
        Assert.Contains("Flood in en", phone.Heard);
        Assert.Empty(_town.ResidentDesk.Story);
    }

    [Fact]
    public async Task Help_may_be_asked_for_at_once_or_after_safe()
    {
        Knows(TownHall.HouseholdAlertOf("Flood"));
        Assert.Contains(PromptNames.AcknowledgedHelp, (await CallAsync("2")).Heard);
        Assert.Contains(PromptNames.AcknowledgedHelp, (await CallAsync("12")).Heard);
        Assert.Equal(["Flood: NeedsHelp", "Flood: Safe", "Flood: NeedsHelp"], _town.ResidentDesk.Story);
    }

    [Fact]
    public async Task The_most_urgent_message_comes_first_and_an_all_clear_before_what_it_ends()
    {
        Knows(
            TownHall.HouseholdAlertOf("News", policy: BuiltInPolicies.Information, minute: 9),
            TownHall.HouseholdAlertOf("Drill", AlertKind.Exercise, minute: 8),
            TownHall.HouseholdAlertOf("Flood", minute: 1),
            TownHall.HouseholdAlertOf("All-clear", minute: 5));
        ScriptedPhone phone = await CallAsync("");
        Assert.Equal(
            ["All-clear in en", "Flood in en", "News in en", "Drill in en"],
            phone.Heard.Where(name => name.EndsWith(" in en", StringComparison.Ordinal)).Distinct());
        Assert.Equal(PromptNames.Goodbye, phone.Heard[^1]);
    }

    [Fact]
    public async Task An_exercise_says_so_before_and_after_its_message()
    {
        Knows(TownHall.HouseholdAlertOf("Drill", AlertKind.Exercise));
        ScriptedPhone phone = await CallAsync("1");
        Assert.Contains(PromptNames.ExerciseOpening, phone.Heard);
        Assert.Contains(PromptNames.ExerciseReminder, phone.Heard);
        Assert.DoesNotContain(PromptNames.AlertOpening, phone.Heard);
    }

    [Fact]
    public async Task A_trusted_person_and_a_convocation_have_their_own_keys()
    {
        Knows(TownHall.HouseholdAlertOf("Flood", role: ContactPointRole.Trusted));
        ScriptedPhone trusted = await CallAsync("1");
        Assert.Contains(PromptNames.TrustedNotice, trusted.Heard);
        Assert.Contains(PromptNames.AcknowledgedCare, trusted.Heard);
        Knows(TownHall.HouseholdAlertOf("Council", policy: BuiltInPolicies.Convocation));
        Assert.Contains(PromptNames.AcknowledgedAbsent, (await CallAsync("2")).Heard);
        Assert.Equal("Council: Absent", _town.ResidentDesk.Story[^1]);
    }

    [Fact]
    public async Task A_household_is_spoken_to_in_its_own_language()
    {
        Knows(TownHall.HouseholdAlertOf("Crue", language: "fr"));
        Assert.Contains("Crue in fr", (await CallAsync("1")).Heard);
    }

    [Fact]
    public async Task A_wrong_number_ends_the_calls_to_it()
    {
        Knows(TownHall.HouseholdAlertOf("Flood"));
        Assert.Contains(PromptNames.WrongNumberNoted, (await CallAsync("9")).Heard);
        Assert.Equal(["closed"], _town.ResidentDesk.Story);
    }

    [Fact]
    public async Task Who_is_not_known_by_number_may_type_the_code_of_the_text_or_letter()
    {
        _town.ResidentDesk.ByCode[41234] = [TownHall.HouseholdAlertOf("Flood", byCode: true)];
        ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone().Types("99999412341"), "+33639985555");
        Assert.Contains(ResidentPromptNames.CodeUnknown, phone.Heard);
        Assert.Equal(["Flood: Safe"], _town.ResidentDesk.Story);
    }

    [Fact]
    public async Task Three_codes_are_all_that_one_call_may_try()
    {
        _town.ResidentDesk.ByCode[41234] = [TownHall.HouseholdAlertOf("Flood", byCode: true)];
        ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone().Types("99999").Types("88888").Types("77777").StaysQuiet().Types("41234"), "+33639985555");
        Assert.Equal(3, phone.Heard.Count(name => name == ResidentPromptNames.CodeUnknown));
        Assert.Empty(_town.ResidentDesk.Story);
    }

    [Fact]
    public async Task Others_hear_the_public_announcement_and_may_ask_to_be_registered()
    {
        _town.ResidentDesk.Announcement = FakeOperatorDesk.Sound("public words");
        ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone().StaysQuiet().Types("1"), "+33639985555");
        Assert.Contains("public words", phone.Heard);
        Assert.Contains(ResidentPromptNames.Requested, phone.Heard);
        CallbackRequest request = Assert.Single(_town.Requests.All);
        Assert.Equal(("+33639985555", ResidentPromptNames.Offer, "en"), (request.Number.ToString(), request.ConsentTo, request.Language));
        Assert.DoesNotContain(_town.Log.Lines, line => line.Contains("+33639985555"));
    }

    [Fact]
    public async Task Who_presses_nothing_is_not_registered_and_a_full_disk_is_said()
    {
        ScriptedPhone silent = await _town.ResidentCallsAsync(_town.NewPhone(), "+33639985555");
        Assert.Contains(ResidentPromptNames.NoAlert, silent.Heard);
        Assert.Empty(_town.Requests.All);
        _town.Requests.Works = false;
        ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone().StaysQuiet().Types("1"), "+33639985555");
        Assert.Contains(ResidentPromptNames.RequestFailed, phone.Heard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("anonymous")]
    public async Task Who_hides_the_number_hears_how_to_be_registered(string caller)
    {
        ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone(), caller);
        Assert.Contains(ResidentPromptNames.Hidden, phone.Heard);
        Assert.DoesNotContain(ResidentPromptNames.Offer, phone.Heard);
        Assert.True(phone.HungUp);
    }

    [Theory]
    [InlineData(Home, "1")]
    [InlineData(Home, "12")]
    [InlineData(Home, "9")]
    [InlineData(Home, "55555555")]
    [InlineData(Home, "0000")]
    [InlineData(Home, "**")]
    [InlineData("+33639985555", "412341")]
    [InlineData("+33639985555", "1111122222333331")]
    [InlineData("", "*")]
    public async Task Whoever_hangs_up_at_any_prompt_or_falls_silent_after_any_key_leaves_a_call_that_is_over(string caller, string keys)
    {
        Knows(TownHall.HouseholdAlertOf("Flood"), TownHall.HouseholdAlertOf("Storm"));
        _town.ResidentDesk.ByCode[41234] = [TownHall.HouseholdAlertOf("Flood", byCode: true)];
        ScriptedPhone whole = await _town.ResidentCallsAsync(_town.NewPhone().Types(keys), caller);
        Assert.True(whole.HungUp);
        for (int play = 1; play <= whole.Plays; play++)
        {
            ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone(play).Types(keys), caller);
            Assert.True(phone.HungUp);
            Assert.Equal(play, phone.Plays);
        }

        for (int pressed = 0; pressed < keys.Length; pressed++)
        {
            ScriptedPhone phone = await _town.ResidentCallsAsync(_town.NewPhone().Types(keys[..pressed]), caller);
            Assert.Equal(PromptNames.Goodbye, phone.Heard[^1]);
            Assert.True(phone.HungUp);
        }

        Assert.DoesNotContain(_town.Log.Lines, line => line.StartsWith("11018", StringComparison.Ordinal));
    }

    private void Knows(params HouseholdAlert[] alerts) => _town.ResidentDesk.ByNumber[Home] = [.. alerts];

    private Task<ScriptedPhone> CallAsync(string keys) => _town.ResidentCallsAsync(_town.NewPhone().Listens().Types(keys), Home);
}
