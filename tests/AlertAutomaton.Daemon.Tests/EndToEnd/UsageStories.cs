using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Daemon.Tests.Metrics;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>What an alert over real SIP and RTP on loopback leaves in the counters, and what the limits do to the next one.</summary>
public sealed class UsageStories
{
    private const string Presses1 = "+33639980150";
    private const string Presses1Too = "+33639980250";
    private const string DoesNotExist = "+33639980106";
    private const string Prices = """
        "Tariffs": { "Currency": "EUR", "Destinations": [ { "Prefix": "+33", "PerMinute": 0.6, "StepSeconds": 300 }, { "Prefix": "+44", "PerMinute": 9 } ] },
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task After_a_small_alert_metrics_status_and_usage_say_the_same()
    {
        await using var town = await TownFixture.StartAsync(Presses1, Presses1Too, DoesNotExist);
        await ConfigureAsync(town, Prices + """ "Quota": { "MonthlyAmount": 1000 }, """);
        await using var daemon = await town.StartDaemonAsync();
        using var http = new HttpClient { BaseAddress = new Uri(daemon.Urls[0]) };
        var before = Exposition.Read(await http.GetStringAsync("/metrics"));

        var sent = await SendAsync(town, "--kind", "exercise", "--wait", "--json").WaitAsync(Patience, TimeProvider.System);

        Assert.True(sent.ExitCode == ExitCode.Success, sent.Out + sent.Error);
        using var summary = JsonDocument.Parse(sent.Out);
        var attempts = summary.RootElement.GetProperty("attempts").GetInt32();
        var metrics = Exposition.Read(await http.GetStringAsync("/metrics"));
        Assert.Equal(0, before.Sum("alertautomaton_attempts_total"));
        Assert.Equal(attempts, metrics.Sum("alertautomaton_attempts_total", "channel=\"voice\""));
        Assert.Equal(2, metrics.Sum("alertautomaton_attempts_total", "outcome=\"acknowledged\""));
        Assert.Equal(attempts - 2, metrics.Sum("alertautomaton_attempts_total", "outcome=\"invalid_number\""));
        Assert.Equal(0, metrics.Sum("alertautomaton_attempts_open") + metrics.Sum("alertautomaton_alerts") + metrics.Sum("alertautomaton_trunk_in_use", "trunk=\"lab\""));
        Assert.Equal(10, metrics.Sum("alertautomaton_trunk_channels", "trunk=\"lab\""));
        Assert.Equal(1, metrics.Sum("alertautomaton_store_condition", "condition=\"ready\""));
        Assert.Equal(metrics.Sum("alertautomaton_journal_writes_total"), metrics.Sum("alertautomaton_journal_sync_seconds_count"));
        Assert.True(metrics.Sum("alertautomaton_journal_writes_total") > before.Sum("alertautomaton_journal_writes_total"));
        Assert.True(metrics.Sum("process_cpu_seconds_total") > 0 && metrics.Sum("process_resident_memory_bytes") > 0);
        Assert.DoesNotContain(metrics.Samples.Keys, key => key.Contains("3363998", StringComparison.Ordinal) || key.Contains("Household", StringComparison.Ordinal));

        var usage = await RunJsonAsync(town, "usage");
        var total = usage.GetProperty("total");
        Assert.Equal((attempts, 2), (total.GetProperty("callsBegun").GetInt32(), total.GetProperty("callsAnswered").GetInt32()));
        Assert.InRange(total.GetProperty("callSeconds").GetDouble(), metrics.Sum("alertautomaton_call_talk_seconds_total"), metrics.Sum("alertautomaton_call_talk_seconds_total") + 2);
        Assert.Equal(6.0m, total.GetProperty("amount").GetDecimal());
        Assert.Equal(6.0m, usage.GetProperty("quota").GetProperty("limits")[0].GetProperty("used").GetDecimal());
        Assert.Equal("lab", Assert.Single(usage.GetProperty("lines").EnumerateArray()).GetProperty("line").GetString());

        var status = await RunJsonAsync(town, "status");
        Assert.Equal(attempts, status.GetProperty("engine").GetProperty("ended").EnumerateArray().Sum(count => count.GetProperty("count").GetInt32()));
        Assert.Equal(6.0m, status.GetProperty("usage").GetProperty("total").GetProperty("amount").GetDecimal());
        Assert.Equal("under", status.GetProperty("usage").GetProperty("quota").GetProperty("state").GetString());
    }

    [Fact]
    public async Task People_read_the_counters_in_their_language_and_a_month_without_anything_says_so()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        await ConfigureAsync(town, Prices + """ "Quota": { "HourlyCalls": 1 }, """);
        await using var daemon = await town.StartDaemonAsync();
        await SendAsync(town, "--kind", "real", "--yes", "--wait").WaitAsync(Patience, TimeProvider.System);

        var table = await CommandRun.OfAsync(["usage", "--config", town.Configuration, "--lang", "fr"]);
        var rows = await CommandRun.OfAsync(["usage", "--config", town.Configuration, "--csv"]);
        var past = await CommandRun.OfAsync(["usage", "--config", town.Configuration, "--month", "2001-01"]);
        var status = await CommandRun.OfAsync(["status", "--config", town.Configuration]);

        Assert.Contains("Décrochés", table.Out, StringComparison.Ordinal);
        Assert.Contains("3,00", table.Out, StringComparison.Ordinal);
        Assert.Contains("Appels dans l’heure : 1 lancés, 0 prévus, limite 1 (Quota.HourlyCalls). proche de la limite", table.Out, StringComparison.Ordinal);
        Assert.Matches(@"^month,channel,line,.*\r\n\d{4}-\d{2},voice,lab,0,0,1,1,\d+,0,3(\.0+)?,EUR,0\r\n$", rows.Out);
        Assert.Contains("Nothing was used in 2001-01.", past.Out, StringComparison.Ordinal);
        Assert.Contains("Calls since the start: 1 acknowledged.", status.Out, StringComparison.Ordinal);
        Assert.Contains("1 calls, 1 answered", status.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_over_a_limit_is_refused_a_vital_alert_goes_over_it_and_the_journal_says_so()
    {
        await using var town = await TownFixture.StartAsync(Presses1, Presses1Too);
        await ConfigureAsync(town, """ "Quota": { "HourlyCalls": 1 }, """);
        await using var daemon = await town.StartDaemonAsync();

        var exercise = await SendAsync(town, "--kind", "exercise", "--wait");
        var told = await SendAsync(town, "--kind", "exercise", "--idempotency-key", "drill");
        Assert.Equal(0, town.Town.CallsTo(Presses1));
        var real = await SendAsync(town, "--kind", "real", "--yes", "--wait", "--json", "--idempotency-key", "flood").WaitAsync(Patience, TimeProvider.System);

        Assert.Equal((ExitCode.InvalidInput, ExitCode.InvalidInput), (exercise.ExitCode, told.ExitCode));
        Assert.All(new[] { exercise, told }, run =>
        {
            Assert.Contains("Calls within the hour: 0 begun,", run.Error, StringComparison.Ordinal);
            Assert.Contains("limit 1 (Quota.HourlyCalls)", run.Error, StringComparison.Ordinal);
            Assert.Contains("Raise the limit", run.Error, StringComparison.Ordinal);
        });
        Assert.True(real.ExitCode == ExitCode.Success, real.Error);
        Assert.Contains("Warning: Calls within the hour", real.Error, StringComparison.Ordinal);
        Assert.Contains("launched all the same", real.Error, StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(real.Out);
        Assert.Equal(2, summary.RootElement.GetProperty("confirmed").GetInt32());
        var journal = Path.Combine(town.Directory, "alert.journal");
        await CommandRun.OfAsync(["verify", summary.RootElement.GetProperty("id").GetString()!, "--config", town.Configuration, "--seal", journal]);
        Assert.Contains("HourlyCalls: 0 used", await File.ReadAllTextAsync(journal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_was_accepted_before_is_known_again_however_the_limits_stand()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        CommandRun first;
        await using (await town.StartDaemonAsync())
        {
            first = await SendAsync(town, "--kind", "exercise", "--wait", "--idempotency-key", "one").WaitAsync(Patience, TimeProvider.System);
        }

        await ConfigureAsync(town, """ "Quota": { "HourlyCalls": 1 }, """);
        await using var daemon = await town.StartDaemonAsync();

        var again = await SendAsync(town, "--kind", "exercise", "--json", "--idempotency-key", "one");
        var another = await SendAsync(town, "--kind", "exercise", "--json", "--idempotency-key", "two");

        Assert.Equal((ExitCode.Success, ExitCode.Success, ExitCode.InvalidInput), (first.ExitCode, again.ExitCode, another.ExitCode));
        using var known = JsonDocument.Parse(again.Out);
        Assert.True(known.RootElement.GetProperty("alreadyAccepted").GetBoolean());
    }

    [Fact]
    public async Task The_segments_and_the_cost_of_texts_are_said_before_anything_is_sent()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        await ConfigureAsync(town, """
            "Tariffs": { "Destinations": [ { "Prefix": "+33", "PerSegment": 0.05 } ] },
            "Smpp": { "Gateways": [ { "Name": "sms", "Host": "127.0.0.1", "Port": 9, "SystemId": "town", "Password": "secret", "Sender": "VALBOURG" } ] },
            """);
        await using var daemon = await town.StartDaemonAsync();
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
        var order = JsonSerializer.SerializeToUtf8Bytes(new
        {
            title = "River",
            kind = "exercise",
            messages = new[] { new { language = "fr", prompt = "sample-flood-message", smsText = new string('a', 300) } },
            recipients = new[] { new { name = "One", language = "fr", phones = new[] { Presses1 } }, new { name = "Two", language = "fr", phones = new[] { Presses1Too } } },
        });

        var (_, forecast) = await api.PostAsync("/api/v1/forecast", order, "application/json");

        var cost = forecast.GetProperty("cost");
        var expected = cost.GetProperty("expected");
        var perText = cost.GetProperty("segmentsPerText").GetInt32();
        Assert.InRange(perText, 3, 4);
        Assert.Equal((2, 2 * perText, 2 * perText * 0.05m), (expected.GetProperty("texts").GetInt32(), expected.GetProperty("segments").GetInt32(), expected.GetProperty("amount").GetDecimal()));
    }

    [Fact]
    public async Task A_planned_exercise_over_a_limit_is_refused_when_its_moment_comes()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        await ConfigureAsync(town, """ "Quota": { "HourlyCalls": 1 }, """);
        await using var daemon = await town.StartDaemonAsync();
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
        var order = JsonSerializer.SerializeToUtf8Bytes(new
        {
            title = "Drill",
            kind = "exercise",
            messages = new[] { new { language = "fr", prompt = "sample-flood-message" } },
            recipients = new[] { new { name = "Household", language = "fr", phones = new[] { Presses1 } } },
            schedule = new { at = TimeProvider.System.GetUtcNow().AddSeconds(5).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), timeZone = "Etc/UTC" },
            lateLaunch = "30m",
        });

        var (status, planned) = await api.PostAsync("/api/v1/scheduled-alerts", order, "application/json", "one");
        Assert.Equal(System.Net.HttpStatusCode.Created, status);
        JsonElement shown = default;
        await Until.TrueAsync(
            async () => (shown = (await api.GetAsync($"/api/v1/scheduled-alerts/{planned.GetProperty("id").GetString()}")).Body).GetProperty("occurrences").GetArrayLength() > 0, Patience);

        var occurrence = shown.GetProperty("occurrences")[0];
        Assert.Equal("refused", occurrence.GetProperty("outcome").GetString());
        Assert.Contains("Quota.HourlyCalls", occurrence.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, town.Town.CallsTo(Presses1));
    }

    private static Task<CommandRun> SendAsync(TownFixture town, params string[] more) => CommandRun.OfAsync(
        ["send", "--config", town.Configuration, "--contacts", town.Contacts, "--recording", $"fr={TownFixture.Recording}", .. more]);

    private static async Task<JsonElement> RunJsonAsync(TownFixture town, string verb)
    {
        var run = await CommandRun.OfAsync([verb, "--config", town.Configuration, "--json"]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }

    private static async Task ConfigureAsync(TownFixture town, string sections)
    {
        var text = await File.ReadAllTextAsync(town.Configuration);
        await File.WriteAllTextAsync(town.Configuration, text.Replace("\"Calls\":", sections + " \"Calls\":", StringComparison.Ordinal));
    }
}
