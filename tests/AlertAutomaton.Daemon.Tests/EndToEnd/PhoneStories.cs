using System.Net;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Loopback;
using static AlertAutomaton.Daemon.Tests.EndToEnd.PhonedTown;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>People phone the daemon over real SIP: an operator launches, a resident calls back, somebody guesses PINs.</summary>
public sealed class PhoneStories
{
    [Fact]
    public async Task An_operator_launches_a_scenario_by_phone_and_the_household_is_called_and_confirms()
    {
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync();
        await PrepareAsync(town);
        await using var line = await PhoneAsync(daemon, DutyOfficer);
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);

        var call = await CallingPhone.CallAsync(line, OperatorsLine);
        await call.ExpectAsync(Prompt(OperatorPromptNames.AskNumber));
        await call.TypeAsync($"1042#{Pin}#1112#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.ConfirmExercise));
        await call.TypeAsync("1#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.LaunchedExercise));
        await call.HangUpAsync();

        JsonElement alert = default;
        await Until.TrueAsync(
            async () => (alert = (await api.GetAsync("/api/v1/alerts")).Body.GetProperty("items")[0]).GetProperty("state").GetString() == "finished", Patience);
        Assert.Equal(1, alert.GetProperty("progress").GetProperty("confirmed").GetInt32());
        Assert.Equal("exercise", alert.GetProperty("kind").GetString());
        Assert.Equal(1, town.Town.CallsTo(Presses1));

        var status = await CommandRun.OfAsync(["status", "--config", town.Configuration]);
        Assert.Contains("voice-server numbers answered: 2", status.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Pin, await File.ReadAllTextAsync(town.Trace, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resident_who_missed_the_call_calls_back_and_is_counted_as_confirmed()
    {
        await using var town = await StartAsync("", NeverAnswers);
        await using var daemon = await town.StartDaemonAsync();
        await using var line = await PhoneAsync(daemon, NeverAnswers);
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
        var sent = await CommandAsync(town, null, "send", "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording, "--kind", "exercise", "--title", "River");
        Assert.True(sent.ExitCode == ExitCode.Success, sent.Error);

        var call = await CallingPhone.CallAsync(line, ResidentsLine);
        await call.ExpectAsync(Prompt("sample-flood-message"));
        await call.TypeAsync("1");
        await call.ExpectAsync(Prompt(PromptNames.AcknowledgedSafe));
        await call.ExpectHungUpAsync();

        await Until.TrueAsync(
            async () => (await api.GetAsync("/api/v1/alerts")).Body.GetProperty("items")[0].GetProperty("progress").GetProperty("confirmed").GetInt32() == 1, Patience);
    }

    [Fact]
    public async Task Three_wrong_tries_hear_the_same_words_whether_the_operator_exists_or_not()
    {
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync();
        await PrepareAsync(town);
        await using var line = await PhoneAsync(daemon, "+33639987777");

        var call = await CallingPhone.CallAsync(line, OperatorsLine);
        foreach (var number in new[] { "1042", "9999", "1042" })
        {
            await call.ExpectAsync(Prompt(OperatorPromptNames.AskNumber));
            await call.TypeAsync($"{number}#604917#");
            await call.ExpectAsync(Prompt(OperatorPromptNames.NotRecognised));
        }

        await call.ExpectAsync(Prompt(OperatorPromptNames.CallBackOffer));
        await call.HangUpAsync();
    }

    [Fact]
    public async Task Operators_and_scenarios_are_kept_up_from_the_command_line_and_no_pin_is_an_argument()
    {
        await using var town = await StartAsync("", Presses1);
        Assert.Equal(ExitCode.Unavailable, (await CommandAsync(town, null, "operators", "list")).ExitCode);
        await using var daemon = await town.StartDaemonAsync();
        await PrepareAsync(town);

        Assert.Equal(ExitCode.InvalidInput, (await CommandAsync(town, null, "operators", "add", "1042", "--name", "Somebody else")).ExitCode);
        var trivial = await CommandAsync(town, "123456\n", "operators", "pin", "1042");
        Assert.Equal(ExitCode.InvalidInput, trivial.ExitCode);
        Assert.DoesNotContain("123456", trivial.Error + trivial.Out, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Success, (await CommandAsync(town, "", "operators", "pin", "1042")).ExitCode);
        Assert.Equal(ExitCode.Success, (await CommandAsync(town, $"{Pin}\n518306\n", "operators", "pin", "1042", "--duress")).ExitCode);
        var shown = await CommandAsync(town, null, "operators", "show", "1042");
        using var who = JsonDocument.Parse(shown.Out);
        Assert.True(who.RootElement[0].GetProperty("hasDuressPin").GetBoolean());
        Assert.DoesNotContain("pbkdf2", shown.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await CommandAsync(town, null, "operators", "unlock", "1042")).ExitCode);
        Assert.Equal(ExitCode.Success, (await CommandAsync(town, null, "operators", "remove", "1042")).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await CommandAsync(town, $"{Pin}\n", "operators", "pin", "1042")).ExitCode);

        var listed = await CommandRun.OfAsync(["scenarios", "list", "--config", town.Configuration]);
        Assert.Contains("Inondation", listed.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await CommandAsync(town, null, "scenarios", "remove", "12")).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await CommandAsync(town, null, "scenarios", "show", "12")).ExitCode);
        var wrong = Path.Combine(town.Directory, "wrong.json");
        await File.WriteAllTextAsync(wrong, """{ "scenarios": [ { "number": 13, "names": [], "messages": [], "groups": ["nobody"] } ] }""", TestContext.Current.CancellationToken);
        var refused = await CommandAsync(town, null, "scenarios", "import", wrong);
        Assert.Equal(ExitCode.InvalidInput, refused.ExitCode);
        Assert.Contains("/scenarios/0/messages", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await CommandAsync(town, null, "callbacks", "list")).ExitCode);
    }

    [Fact]
    public async Task Nobody_reads_who_the_operators_are_without_the_token()
    {
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync();
        using var stranger = new HttpClient { BaseAddress = new Uri(daemon.Urls[0]) };
        foreach (var address in new[] { "operators", "operators/1042", "scenarios", "scenarios/12", "callbacks", "callbacks/closed" })
        {
            using var answer = await stranger.GetAsync(new Uri("/api/v1/" + address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }
}
