using System.Net;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>Something goes wrong, or somebody prepares an alert, and the running daemon finds a person.</summary>
public sealed class DutyStories
{
    private const string Presses1 = "+33639980150";
    private const string NoSuchNumber = "+33639982006";
    private const string GatewayAtOnce = """ "Troubles": [ { "Part": "Gateway", "PhoneAfterSeconds": 0, "When": "Always" } ] """;
    private static readonly TimeSpan Patience = DutyTown.Patience;

    [Fact]
    public async Task A_gateway_that_goes_down_phones_the_first_person_then_the_second_who_gives_the_pin_and_takes_note()
    {
        await using var town = await DutyTown.StartAsync(Presses1, GatewayAtOnce);
        await using var daemon = await town.StartDaemonAsync();
        await town.PrepareAsync();
        await town.Gateway.DisposeAsync();

        (await town.First.ExpectCallAsync(Patience)).Busy();
        var call = await town.PickUpAsync(town.Second);
        await call.ExpectPromptAsync(PhonedTown.Prompt(DutyPromptNames.Gateway), Patience);
        await call.PressAsync('2');
        await call.ExpectPromptAsync(PhonedTown.Prompt(DutyPromptNames.Taken), Patience);
        await call.ExpectHungUpAsync(Patience);

        var matter = await town.MatterAsync("taken");
        Assert.Equal(("system:Gateway:texts", "1043", 2), (matter.GetProperty("key").GetString(), matter.GetProperty("takenBy").GetString(), matter.GetProperty("calls").GetInt32()));
        using var status = JsonDocument.Parse((await town.CommandAsync(null, "status")).Out);
        var duty = status.RootElement.GetProperty("duty");
        Assert.Equal((2, 0, 1), (duty.GetProperty("peopleOnDuty").GetInt32(), duty.GetProperty("openMatters").GetInt32(), duty.GetProperty("takenMatters").GetInt32()));
        await town.First.ExpectNothingMoreAsync(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task Whoever_is_on_duty_launches_a_prepared_alert_by_key_and_the_household_is_called()
    {
        await using var town = await DutyTown.StartAsync(Presses1);
        await using var daemon = await town.StartDaemonAsync();
        await town.PrepareAsync();
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town.Town);
        Assert.Equal(ExitCode.InvalidInput, (await town.CommandAsync(null, "duty", "prepare", "12", "--kind", "real")).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await town.CommandAsync(null, "duty", "prepare", "99", "--kind", "exercise")).ExitCode);
        Assert.Equal(ExitCode.Success, (await town.CommandAsync(null, "duty", "prepare", "12", "--kind", "exercise", "--key", "sensor-7")).ExitCode);
        Assert.Equal(ExitCode.Success, (await town.CommandAsync(null, "duty", "prepare", "12", "--kind", "exercise", "--key", "sensor-7")).ExitCode);

        var call = await town.PickUpAsync(town.First);
        await call.ExpectPromptAsync(PhonedTown.Prompt(DutyPromptNames.ChoiceLaunch), Patience);
        await call.PressAsync('1');
        await call.ExpectPromptAsync(PhonedTown.Prompt(LaunchPromptNames.ConfirmExercise), Patience);
        await PhonedTown.TypeAsync(call, "1#");
        await call.ExpectPromptAsync(PhonedTown.Prompt(LaunchPromptNames.LaunchedExercise), Patience);
        call.HangUp();

        JsonElement alert = default;
        await Until.TrueAsync(
            async () => (await api.GetAsync("/api/v1/alerts")).Body.GetProperty("items") is var items && items.GetArrayLength() > 0 && (alert = items[0]).GetProperty("state").GetString() == "finished", Patience);
        Assert.Equal(("exercise", 1), (alert.GetProperty("kind").GetString(), alert.GetProperty("progress").GetProperty("confirmed").GetInt32()));
        Assert.Equal("1042", (await town.MatterAsync("taken")).GetProperty("takenBy").GetString());
    }

    [Fact]
    public async Task Test_calls_that_fail_twice_alarm_by_mail_and_phone_whoever_is_on_duty()
    {
        await using var town = await DutyTown.StartAsync(Presses1, $$"""
            "Heartbeat": { "Number": "{{NoSuchNumber}}", "FirstAfterSeconds": 5, "RetrySeconds": 5 }, "Troubles": [ { "Part": "Heartbeat", "PhoneAfterSeconds": 0 } ]
            """);
        await using var daemon = await town.StartDaemonAsync();
        await town.PrepareAsync();

        var mail = await town.Mail.ExpectMailAsync(Patience);
        Assert.Contains("auto-generated", mail.Header("Auto-Submitted"), StringComparison.Ordinal);
        Assert.Contains("appels d’essai", mail.Text, StringComparison.Ordinal);
        var call = await town.First.ExpectCallAsync(Patience);
        Assert.True(town.Town.Town.CallsTo(NoSuchNumber) >= 2, "alarmed before the second failure");
        call.Busy();
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town.Town);
        var (_, status) = await api.GetAsync("/api/v1/status");
        Assert.True(status.GetProperty("duty").GetProperty("heartbeat").GetProperty("isAlarmed").GetBoolean());
        using var http = new HttpClient();
        var metrics = await http.GetStringAsync(new Uri(daemon.Urls[0] + "/metrics"), TestContext.Current.CancellationToken);
        Assert.Contains("alertautomaton_heartbeat_alarmed 1", metrics, StringComparison.Ordinal);
        Assert.Contains("alertautomaton_duty_people 2", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_goes_on_after_a_restart_with_the_person_whose_call_was_cut_off()
    {
        await using var town = await DutyTown.StartAsync(Presses1, GatewayAtOnce);
        var before = await town.StartDaemonAsync();
        await town.PrepareAsync();
        await town.Gateway.DisposeAsync();
        (await town.First.ExpectCallAsync(Patience)).Busy();
        (await town.Second.ExpectCallAsync(Patience)).Ring();
        await before.DisposeAsync();

        await using var after = await town.StartDaemonAsync();
        (await town.Second.ExpectCallAsync(Patience)).Busy();
        await town.First.ExpectNothingMoreAsync(TimeSpan.FromMilliseconds(100));
        var matter = await town.MatterAsync("waiting");
        var id = matter.GetProperty("id").GetString()!;
        Assert.Equal(ExitCode.InvalidInput, (await town.CommandAsync(null, "duty", "note", id, "--operator", "7777")).ExitCode);
        Assert.Equal(ExitCode.Success, (await town.CommandAsync(null, "duty", "note", id, "--operator", "1042")).ExitCode);
        Assert.Equal("1042", (await town.MatterAsync("taken")).GetProperty("takenBy").GetString());
        Assert.Equal(ExitCode.Success, (await town.CommandAsync(null, "duty", "resolve", id, "--reason", "another gateway")).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await town.CommandAsync(null, "duty", "resolve", id)).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await town.CommandAsync(null, "duty", "note", Guid.Empty.ToString(), "--operator", "1042")).ExitCode);
    }

    [Fact]
    public async Task Duress_is_told_by_mail_and_phones_everybody_but_the_operator_who_is_under_it()
    {
        await using var town = await DutyTown.StartAsync(Presses1);
        await using var daemon = await town.StartDaemonAsync();
        await town.PrepareAsync();
        Assert.Equal(ExitCode.Success, (await town.CommandAsync("739264\n518306\n", "operators", "pin", "1042", "--duress")).ExitCode);
        Assert.Equal(ExitCode.Success, (await town.CommandAsync(null, "duty", "prepare", "12", "--kind", "exercise")).ExitCode);

        var call = await town.First.ExpectCallAsync(Patience);
        call.Ring();
        await call.AnswerAsync();
        await call.ExpectPromptAsync(PhonedTown.Prompt(OperatorPromptNames.AskNumber), Patience);
        await PhonedTown.TypeAsync(call, "1042#");
        await call.ExpectPromptAsync(PhonedTown.Prompt(OperatorPromptNames.AskPin), Patience);
        await PhonedTown.TypeAsync(call, "518306#");

        var mail = await town.Mail.ExpectMailAsync(Patience);
        Assert.Contains("contrainte", mail.Text, StringComparison.Ordinal);
        (await town.Second.ExpectCallAsync(Patience)).Busy();
        await call.ExpectPromptAsync(PhonedTown.Prompt(DutyPromptNames.ChoiceLaunch), Patience);
        call.HangUp();
        using var matters = JsonDocument.Parse((await town.CommandAsync(null, "duty", "list")).Out);
        Assert.Contains(matters.RootElement.EnumerateArray(), matter => matter.GetProperty("key").GetString()!.StartsWith("operator:Duress:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_on_duty_is_shown_by_the_console_and_by_check_and_not_without_the_token()
    {
        await using var town = await DutyTown.StartAsync(Presses1, """ "Weeks": [ { "Week": "2026-W01", "Operators": [ "1999" ] } ] """);
        Assert.Contains("1042", (await town.CommandAsync(null, "check", "--offline")).Out, StringComparison.Ordinal);
        await using var daemon = await town.StartDaemonAsync();
        Assert.Contains("Nobody is on duty now", (await town.CommandAsync(null, "check", "--offline")).Out, StringComparison.Ordinal);
        await town.PrepareAsync();
        using var shown = JsonDocument.Parse((await town.CommandAsync(null, "duty", "show")).Out);
        Assert.Equal(["1042", "1043"], shown.RootElement.GetProperty("now").EnumerateArray().Select(who => who.GetProperty("number").GetString()));
        Assert.Equal("1999", shown.RootElement.GetProperty("unknownNumbers")[0].GetString());
        Assert.Equal(1, shown.RootElement.GetProperty("week").GetArrayLength());
        var check = await town.CommandAsync(null, "check", "--offline");
        Assert.Contains("On duty now: First (1042), Second (1043)", check.Out, StringComparison.Ordinal);
        Assert.Contains("Number 1999", check.Out, StringComparison.Ordinal);

        using var stranger = new HttpClient { BaseAddress = new Uri(daemon.Urls[0]) };
        foreach (var address in new[] { "duty", "duty/matters" })
        {
            using var answer = await stranger.GetAsync(new Uri("/api/v1/" + address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var launch = await stranger.PostAsync(new Uri("/api/v1/duty/drafts", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, launch.StatusCode);
        Assert.DoesNotContain("1042", await stranger.GetStringAsync(new Uri("/api/v1/status", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
