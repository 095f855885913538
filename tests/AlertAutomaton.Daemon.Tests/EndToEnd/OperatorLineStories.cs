using AlertAutomaton.Speech.Prompts;
using Microsoft.Extensions.Logging;
using static AlertAutomaton.Daemon.Tests.EndToEnd.PhonedTown;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>What an operator meets on the line beyond a launch: the call-back, the duress PIN, the all-clear.</summary>
public sealed class OperatorLineStories
{
    [Fact]
    public async Task Where_a_call_back_is_asked_for_nothing_is_launched_before_the_registered_phone_was_called()
    {
        await using var town = await StartAsync("\"CallBackToLaunch\": true,", Presses1);
        await using var daemon = await town.StartDaemonAsync(Impatient);
        await PrepareAsync(town);
        var registered = town.Town.Claim(DutyOfficer);
        await using var line = await PhoneAsync(daemon, Stranger);

        var call = await ComeInAsync(line, "1042", Pin, "1");
        await call.ExpectAsync(Prompt(OperatorPromptNames.CallBackNeeded));
        await call.ExpectHungUpAsync();
        Assert.Equal(0, await AlertsAsync(daemon, town));

        var back = await registered.ExpectCallAsync(Patience);
        await back.AnswerAsync();
        await back.ExpectPromptAsync(Prompt(OperatorPromptNames.CallBackWelcome), Patience);
        await TypeAsync(back, Pin + "#1112#");
        await back.ExpectPromptAsync(Prompt(LaunchPromptNames.ConfirmExercise), Patience);
        await TypeAsync(back, "1#");
        await back.ExpectPromptAsync(Prompt(LaunchPromptNames.LaunchedExercise), Patience);
        back.HangUp();
        Assert.Equal(1, (await FinishedAsync(daemon, town)).GetProperty("progress").GetProperty("confirmed").GetInt32());
    }

    [Fact]
    public async Task The_duress_pin_launches_like_the_right_one_and_warns_the_others()
    {
        using var log = new KeptLog();
        using var loggers = LoggerFactory.Create(building => building.AddProvider(log));
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync(Impatient, loggers);
        await PrepareAsync(town);
        await DoneAsync(town, $"{Pin}\n{DuressPin}\n", "operators", "pin", "1042", "--duress");
        await using var line = await PhoneAsync(daemon, DutyOfficer);

        var call = await ComeInAsync(line, "1042", DuressPin, "");
        await call.ExpectAsync(Prompt(OperatorPromptNames.MainMenu));
        await call.TypeAsync("1112#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.ConfirmExercise));
        await call.TypeAsync("1#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.LaunchedExercise));
        await call.HangUpAsync();

        // Whoever begins to watch is told of what was lately.
        using var http = new HttpClient { BaseAddress = new Uri(daemon.Urls[0]), Timeout = Patience };
        using var watching = new StreamReader(await http.GetStreamAsync(new Uri("/api/v1/events", UriKind.Relative), TestContext.Current.CancellationToken));
        var told = "";
        while (!told.Contains("duress", StringComparison.Ordinal))
        {
            told = await watching.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TimeProvider.System) ?? throw new InvalidOperationException("The live events ended.");
        }

        Assert.Contains("\"alarm\"", told, StringComparison.Ordinal);
        Assert.Contains(log.Lines, one => one.StartsWith("9009 ", StringComparison.Ordinal) && one.Contains("Duress", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, one => one.Contains(DuressPin, StringComparison.Ordinal));
        Assert.Equal(1, (await FinishedAsync(daemon, town)).GetProperty("progress").GetProperty("confirmed").GetInt32());
    }

    [Fact]
    public async Task An_all_clear_that_is_spoken_now_goes_to_those_whom_the_alert_reached_and_to_nobody_else()
    {
        await using var town = await StartAsync("", Presses1, NeverAnswers);
        await using var daemon = await town.StartDaemonAsync(Impatient);
        await PrepareAsync(town);
        await DoneAsync(town, null, "send", "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording, "--kind", "exercise", "--title", "River");
        await Until.TrueAsync(() => Task.FromResult(town.Town.CallsTo(Presses1) == 1 && town.Town.CallsTo(NeverAnswers) == 1), Patience);
        await using var line = await PhoneAsync(daemon, DutyOfficer);

        // One alert on file needs no choice; 1 all-clear, 1 speak now.
        var call = await ComeInAsync(line, "1042", Pin, "511");
        await call.ExpectToneAsync(1000);
        Assert.True(await call.SpeakAsync(700, TimeSpan.FromSeconds(2)));
        await call.TypeAsync("#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.RecordReplay));
        await call.TypeAsync("18#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.ConfirmExercise));
        await call.TypeAsync("1#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.LaunchedExercise));
        await call.HangUpAsync();

        await Until.TrueAsync(() => Task.FromResult(town.Town.CallsTo(Presses1) == 2), Patience);
        Assert.Equal(1, town.Town.CallsTo(NeverAnswers));
    }
}
