using System.Text.Json;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Desk;
using Microsoft.Extensions.Logging.Abstractions;
using static AlertAutomaton.Daemon.Tests.EndToEnd.PhonedTown;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>Which recordings of a town are needed: those of alerts, scenarios and plans, and not that of an order that was only weighed.</summary>
public sealed class RecordingUseStories
{
    [Fact]
    public async Task Recordings_of_alerts_scenarios_and_plans_are_used_and_that_of_a_mere_forecast_is_not()
    {
        await using var town = await StartAsync("", Presses1);
        await using (var daemon = await town.StartDaemonAsync())
        {
            using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
            var weighed = await api.PostAsync("/api/v1/forecast", JsonSerializer.SerializeToUtf8Bytes(Order(600)), "application/json");
            Assert.True((int)weighed.Status == 200, weighed.Body.GetRawText());
            var launched = await api.LaunchAsync(Order(700), "one");
            Assert.True((int)launched.Status is 200 or 201 or 202, launched.Body.GetRawText());
            var scenario = Path.Combine(town.Directory, "spoken.json");
            await File.WriteAllBytesAsync(scenario, JsonSerializer.SerializeToUtf8Bytes(new
            {
                scenarios = new[]
                {
                    new
                    {
                        number = 12, names = new[] { new { language = "fr", written = "Crue" } }, kinds = new[] { "exercise" }, contacts = "contacts.csv",
                        messages = new[] { new { language = "fr", recording = Sound(800) } },
                    },
                },
            }), TestContext.Current.CancellationToken);
            await DoneAsync(town, null, "scenarios", "import", scenario);
            await FinishedAsync(daemon, town);
        }

        var data = Path.Combine(town.Directory, "data");
        var shelf = Path.Combine(data, "recordings");
        await using var alerts = SqliteAlertStore.Open(new SqliteStoreOptions { DatabasePath = Path.Combine(data, "alertautomaton.db") }, TimeProvider.System, NullLoggerFactory.Instance);
        await using var desk = DeskDatabase.Open(new DeskDatabaseOptions { Path = Path.Combine(data, "desk.db") }, TimeProvider.System);
        var recordings = new SqliteRecordingStore(desk, shelf, NullLogger<SqliteRecordingStore>.Instance);
        var use = new RecordingUse(alerts, new SqliteScenarioStore(desk), new SqliteScheduleStore(desk), recordings, OrganisationIdentity.Open(data, TimeProvider.System));

        var used = await use.FilesAsync(TestContext.Current.CancellationToken);

        var unused = Assert.Single(RecordingShelf.Names(shelf), name => !used.Contains(name));
        Assert.Equal(Sound(600), await File.ReadAllBytesAsync(Path.Combine(shelf, unused), TestContext.Current.CancellationToken));
        Assert.Equal(3, RecordingShelf.Names(shelf).Count());
    }

    private static byte[] Sound(double hertz) => WavFile.ToBytes(ToneGenerator.Sine(hertz, TimeSpan.FromSeconds(1), -20), 8000);

    private static object Order(double hertz) => new
    {
        title = "River",
        kind = "exercise",
        messages = new[] { new { language = "fr", recording = Sound(hertz) } },
        recipients = new[] { new { name = "Household", language = "fr", phones = new[] { Presses1 } } },
    };
}
