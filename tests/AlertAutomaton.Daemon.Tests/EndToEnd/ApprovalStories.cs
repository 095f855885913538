using System.Text.Json;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Telephony;
using Microsoft.Extensions.Logging;
using static AlertAutomaton.Daemon.Tests.EndToEnd.PhonedTown;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>What needs two people, over real SIP: the duty officer asks by phone, the mayor is called or phones in, or nobody is there in time.</summary>
public sealed class ApprovalStories
{
    private const string TwoPeople = """ "kinds": [ "real" ], "twoPeople": true """;

    [Fact]
    public async Task The_mayor_is_called_on_the_registered_phone_approves_by_key_and_the_households_are_called()
    {
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync(Impatient);
        await PrepareAsync(town, TwoPeople);
        await AddMayorAsync(town);
        var mayor = town.Town.Claim(Mayor);
        await using var line = await PhoneAsync(daemon, DutyOfficer);
        await SubmitAsync(line);

        var call = await AnswerAsync(mayor);
        Assert.Equal(0, town.Town.CallsTo(Presses1));
        await call.PressAsync('1');
        await call.ExpectPromptAsync(Prompt(LaunchPromptNames.LaunchedReal), Patience);
        await call.ExpectHungUpAsync(Patience);

        var alert = await FinishedAsync(daemon, town);
        Assert.Equal(("real", 1), (alert.GetProperty("kind").GetString(), alert.GetProperty("progress").GetProperty("confirmed").GetInt32()));
        Assert.Equal(1, town.Town.CallsTo(Presses1));
        Assert.Contains("Operator 1042 (1042) + Operator 1043 (1043)", await JournalAsync(town, alert), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mayor_who_refuses_ends_it_and_nobody_is_called()
    {
        using var log = new KeptLog();
        using var loggers = LoggerFactory.Create(building => building.AddProvider(log));
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync(Impatient, loggers);
        await PrepareAsync(town, TwoPeople);
        await AddMayorAsync(town);
        var mayor = town.Town.Claim(Mayor);
        await using var line = await PhoneAsync(daemon, DutyOfficer);
        await SubmitAsync(line);

        var call = await AnswerAsync(mayor);
        await call.PressAsync('2');
        await call.ExpectPromptAsync(Prompt(LaunchPromptNames.ApproveRefused), Patience);
        await call.ExpectHungUpAsync(Patience);

        await mayor.ExpectNothingMoreAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((0, 0), (town.Town.CallsTo(Presses1), await AlertsAsync(daemon, town)));
        Assert.Contains(log.Lines, one => one.StartsWith("11006 ", StringComparison.Ordinal) && one.Contains("Rejected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Danger_to_life_leaves_when_nobody_decided_in_time_and_log_and_journal_say_so()
    {
        using var log = new KeptLog();
        using var loggers = LoggerFactory.Create(building => building.AddProvider(log));
        await using var town = await StartAsync("", Presses1);
        await using (await town.StartDaemonAsync())
        {
            await PrepareAsync(town, TwoPeople + """, "policy": "alert", "overrideMinutes": 1 """);
            await AddMayorAsync(town);
        }

        await OverrideAfterAsync(town, TimeSpan.FromSeconds(3));
        await using var daemon = await town.StartDaemonAsync(Impatient, loggers);
        var mayor = town.Town.Claim(Mayor);
        await using var line = await PhoneAsync(daemon, DutyOfficer);
        await SubmitAsync(line);
        (await mayor.ExpectCallAsync(Patience)).Ring();

        var alert = await FinishedAsync(daemon, town);
        Assert.Equal(1, alert.GetProperty("progress").GetProperty("confirmed").GetInt32());
        Assert.True(log.Has(11007), string.Join('\n', log.Lines));
        Assert.Contains("override", await JournalAsync(town, alert), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mayor_who_was_not_reached_phones_in_and_approves_what_waits()
    {
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync(Impatient);
        await PrepareAsync(town, TwoPeople);
        await AddMayorAsync(town);
        var mayor = town.Town.Claim(Mayor);
        await using var line = await PhoneAsync(daemon, DutyOfficer);
        await SubmitAsync(line);
        (await mayor.ExpectCallAsync(Patience)).Busy();
        Assert.Equal(0, town.Town.CallsTo(Presses1));

        await using var from = await PhoneAsync(daemon, Stranger);
        var call = await ComeInAsync(from, "1043", MayorsPin, "7");
        await call.ExpectAsync(Prompt(LaunchPromptNames.ApproveRequest));
        await call.TypeAsync("1");
        await call.ExpectAsync(Prompt(LaunchPromptNames.LaunchedReal));
        await call.HangUpAsync();

        Assert.Equal(1, (await FinishedAsync(daemon, town)).GetProperty("progress").GetProperty("confirmed").GetInt32());
    }

    private static async Task SubmitAsync(TelephonyService line)
    {
        var call = await ComeInAsync(line, "1042", Pin, "1112#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.ConfirmReal));
        await call.TypeAsync("1#");
        await call.ExpectAsync(Prompt(LaunchPromptNames.Pending));
        await call.HangUpAsync();
    }

    private static async Task<LabCall> AnswerAsync(LabPhone mayor)
    {
        var call = await mayor.ExpectCallAsync(Patience);
        await call.AnswerAsync();
        await call.ExpectPromptAsync(Prompt(LaunchPromptNames.ApproveCall), Patience);
        await TypeAsync(call, MayorsPin + "#");
        await call.ExpectPromptAsync(Prompt(LaunchPromptNames.ApproveRequest), Patience);
        return call;
    }

    private static async Task OverrideAfterAsync(TownFixture town, TimeSpan after)
    {
        var data = Path.Combine(town.Directory, "data");
        await using var database = DeskDatabase.Open(new DeskDatabaseOptions { Path = Path.Combine(data, "desk.db") }, TimeProvider.System);
        var store = new SqliteScenarioStore(database);
        var scenario = await store.FindAsync(OrganisationIdentity.Open(data, TimeProvider.System), 12, CancellationToken.None);
        Assert.Equal(TimeSpan.FromMinutes(1), scenario!.OverrideAfter);
        Assert.True(await store.SaveAsync(scenario with { OverrideAfter = after }, CancellationToken.None));
    }

    private static async Task<string> JournalAsync(TownFixture town, JsonElement alert)
    {
        var journal = Path.Combine(town.Directory, "alert.journal");
        await DoneAsync(town, null, "verify", alert.GetProperty("id").GetString()!, "--seal", journal);

        // JSON writes a plus sign as an escape.
        return (await File.ReadAllTextAsync(journal)).Replace(@"\u002B", "+", StringComparison.OrdinalIgnoreCase);
    }
}
