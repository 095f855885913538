using System.Globalization;
using System.Net;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Tests.CommandLine;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>Planned alerts as clerks live with them, over the real engine, its stores and a town on loopback.</summary>
public sealed class ScheduleStories
{
    private const string Presses1 = "+33639980150";
    private const string Address = "/api/v1/scheduled-alerts";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_planned_alert_survives_restarts_of_the_engine_and_is_launched_once()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        string id;
        await using (var first = await town.StartDaemonAsync())
        {
            using var api = new ApiClient(new Uri(first.Urls[0]), town);
            var (status, planned) = await api.PostAsync(Address, Order(TimeProvider.System.GetUtcNow().AddSeconds(6)), "application/json", "one");
            Assert.Equal(HttpStatusCode.Created, status);
            id = planned.GetProperty("id").GetString()!;
        }

        string alert;
        await using (var second = await town.StartDaemonAsync())
        {
            using var api = new ApiClient(new Uri(second.Urls[0]), town);
            JsonElement shown = default;
            await Until.TrueAsync(
                async () => (shown = (await api.GetAsync($"{Address}/{id}")).Body).GetProperty("occurrences").GetArrayLength() > 0, Patience);
            var occurrence = shown.GetProperty("occurrences")[0];
            Assert.Equal("launched", occurrence.GetProperty("outcome").GetString());
            Assert.Equal("done", shown.GetProperty("state").GetString());
            alert = occurrence.GetProperty("alert").GetString()!;
            await Until.TrueAsync(async () => (await api.GetAsync($"/api/v1/alerts/{alert}")).Body.GetProperty("state").GetString() == "finished", Patience);
        }

        await using var third = await town.StartDaemonAsync();
        using var last = new ApiClient(new Uri(third.Urls[0]), town);
        var alerts = (await last.GetAsync("/api/v1/alerts")).Body.GetProperty("items");
        Assert.Equal(alert, Assert.Single(alerts.EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(1, town.Town.CallsTo(Presses1));
        Assert.Equal(1, (await last.GetAsync($"{Address}/{id}")).Body.GetProperty("occurrences").GetArrayLength());
    }

    [Fact]
    public async Task The_clerk_plans_pauses_resumes_and_cancels_and_each_order_counts_once()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        await using var daemon = await town.StartDaemonAsync();
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
        var at = TimeProvider.System.GetUtcNow().AddDays(40);

        var (created, planned) = await api.PostAsync(Address, Order(at), "application/json", "one");
        var (repeated, same) = await api.PostAsync(Address, Order(at), "application/json", "one");
        var (conflict, _) = await api.PostAsync(Address, Order(at.AddMinutes(30)), "application/json", "one");
        var (invalid, problem) = await api.PostAsync(Address, Order(at.AddDays(-80)), "application/json", "two");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (created, repeated, conflict, invalid));
        var id = planned.GetProperty("id").GetString()!;
        Assert.Equal(id, same.GetProperty("id").GetString());
        Assert.True(same.GetProperty("alreadyAccepted").GetBoolean());
        Assert.Equal("/schedule", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());

        Assert.Equal("paused", (await ChangeAsync(api, id, "pause")).Body.GetProperty("state").GetString());
        Assert.Equal("planned", (await ChangeAsync(api, id, "resume")).Body.GetProperty("state").GetString());
        Assert.Equal("cancelled", (await ChangeAsync(api, id, "cancel")).Body.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await ChangeAsync(api, id, "resume")).Status);
        var shown = (await api.GetAsync($"{Address}/{id}")).Body;
        Assert.Equal("the river fell", shown.GetProperty("reason").GetString());
        Assert.Equal(0, shown.GetProperty("upcoming").GetArrayLength());
        Assert.Equal(1, (await api.GetAsync(Address)).Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_clerk_plans_from_the_command_line_and_sees_the_next_moments()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        await using var daemon = await town.StartDaemonAsync();

        var planned = await Command(town, "send", "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording, "--kind", "test",
            "--title", "Siren", "--every", "month 1-wednesday 12:00", "--count", "3", "--late", "30", "--time-zone", "Europe/Paris");
        Assert.True(planned.ExitCode == ExitCode.Success, planned.Error);
        using var answer = JsonDocument.Parse(planned.Out);
        var id = answer.RootElement.GetProperty("id").GetString()!;
        Assert.Equal(3, answer.RootElement.GetProperty("upcoming").GetArrayLength());

        var listed = await Command(town, "schedules", "list");
        using var page = JsonDocument.Parse(listed.Out);
        Assert.Equal(id, Assert.Single(page.RootElement.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        var shown = await CommandRun.OfAsync(["schedules", "show", id, "--config", town.Configuration]);
        Assert.Contains("Wednesday", shown.Out, StringComparison.Ordinal);
        Assert.Contains("12:00", shown.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await Command(town, "schedules", "pause", id, "--reason", "holidays")).ExitCode);
        Assert.Equal(ExitCode.Success, (await Command(town, "schedules", "resume", id)).ExitCode);
        Assert.Equal(ExitCode.Success, (await Command(town, "schedules", "cancel", id)).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await Command(town, "schedules", "resume", id)).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await Command(town, "schedules", "show", Guid.Empty.ToString())).ExitCode);
    }

    [Fact]
    public async Task Planning_without_a_daemon_or_with_a_wrong_moment_is_refused_with_what_to_do()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        string[] send = ["send", "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording];

        var alone = await Command(town, [.. send, "--at", "2100-01-01 12:00"]);
        var both = await Command(town, [.. send, "--at", "2100-01-01 12:00", "--cron", "0 12 * * *"]);
        var waiting = await Command(town, [.. send, "--at", "2100-01-01 12:00", "--wait"]);

        Assert.Equal(ExitCode.Unavailable, alone.ExitCode);
        Assert.Contains("alertautomaton run", alone.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, waiting.ExitCode);
        Assert.Equal(ExitCode.Unavailable, both.ExitCode);
        await using var daemon = await town.StartDaemonAsync();
        Assert.Equal(ExitCode.Usage, (await Command(town, [.. send, "--at", "2100-01-01 12:00", "--cron", "0 12 * * *"])).ExitCode);
        Assert.Equal(ExitCode.Usage, (await Command(town, [.. send, "--every", "fortnight 12:00"])).ExitCode);
        Assert.Equal(ExitCode.Usage, (await Command(town, [.. send, "--late", "30"])).ExitCode);
        var wrong = await Command(town, [.. send, "--cron", "0 25 * * *"]);
        Assert.Equal(ExitCode.InvalidInput, wrong.ExitCode);
        Assert.Contains("hour, character 3", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(0, town.Town.CallsTo(Presses1));
    }

    private static Task<CommandRun> Command(TownFixture town, params IReadOnlyList<string> arguments) =>
        CommandRun.OfAsync([.. arguments, "--config", town.Configuration, "--json"]);

    private static Task<(HttpStatusCode Status, JsonElement Body)> ChangeAsync(ApiClient api, string id, string change) =>
        api.PostAsync($"{Address}/{id}/{change}", JsonSerializer.SerializeToUtf8Bytes(new { reason = "the river fell" }), "application/json");

    private static byte[] Order(DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        title = "River",
        kind = "exercise",
        lifetimeSeconds = 3600,
        messages = new[] { new { language = "fr", prompt = "sample-flood-message" } },
        recipients = new[] { new { name = "Household", language = "fr", phones = new[] { Presses1 } } },
        schedule = new { at = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), timeZone = "Etc/UTC" },
        lateLaunch = "30m",
    });
}
