using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Storage.Tests.Sqlite.Desk;

/// <summary>A file of lists and scenarios is taken over whole or not at all.</summary>
public sealed class SqliteScenarioImportStoreTests : IAsyncLifetime
{
    private const int SmallDisk = 120;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly OrganisationId _town;
    private DeskDatabase _database = null!;

    public SqliteScenarioImportStoreTests() => _town = OrganisationId.New(_time);

    public ValueTask InitializeAsync()
    {
        _database = DeskDatabase.Open(new DeskDatabaseOptions { Path = _folder.File("desk.db"), LargestPages = SmallDisk }, _time);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_is_there_when_it_is_said_to_be()
    {
        Assert.True(await ImportAsync([List("Right bank", 3, 2), List("Left bank", 4, 1)], [Flood(12, "Right bank"), Flood(13, "Left bank")]));
        Assert.Equal([12, 13], (await ScenariosAsync()).Select(scenario => scenario.Number));
        Assert.Equal(2, await HouseholdsAsync("Right bank"));
    }

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_leaves_everything_as_it_was()
    {
        Scenario before = Flood(12, "Right bank");
        Assert.True(await ImportAsync([List("Right bank", 3, 1)], [before]));

        ContactList[] tooMuch = [List("Right bank", 5, 2), List("Left bank", 3, 1), List("Everybody", 4, 20_000)];
        AlertStoreException fault = await Assert.ThrowsAsync<AlertStoreException>(() => ImportAsync(tooMuch, [before with { Policy = "information" }, Flood(13)]));

        Assert.True(fault.NeedsSpace);
        Scenario kept = Assert.Single(await ScenariosAsync());
        Assert.Equal((before.Id, before.Policy), (kept.Id, kept.Policy));
        Assert.Equal((1, 0), (await HouseholdsAsync("Right bank"), await HouseholdsAsync("Left bank")));
        Assert.Equal("Right bank", (await new SqliteContactListStore(_database).FindGroupAsync(_town, 3, default))!.Name);
        Assert.True(await ImportAsync([List("Left bank", 6, 1)], [Flood(13, "Left bank")]));
        Assert.Equal(2, (await ScenariosAsync()).Count);
    }

    [Fact]
    public async Task A_number_that_something_else_has_leaves_everything_as_it_was()
    {
        Assert.True(await ImportAsync([List("Right bank", 3, 1)], [Flood(12, "Right bank")]));

        Assert.False(await ImportAsync([List("Left bank", 4, 1), List("Hills", 3, 1)], [Flood(13)]));
        Assert.False(await ImportAsync([List("Left bank", 4, 1)], [Flood(13), Flood(12)]));

        Assert.Equal(12, Assert.Single(await ScenariosAsync()).Number);
        Assert.Equal(0, await HouseholdsAsync("Left bank"));
    }

    [Fact]
    public async Task Two_groups_may_change_numbers_with_each_other()
    {
        Assert.True(await ImportAsync([List("Right bank", 3, 1), List("Left bank", 4, 2)], []));
        Assert.True(await ImportAsync([List("Right bank", 4, 1), List("Left bank", 3, 2)], []));
        Assert.Equal("Left bank", (await new SqliteContactListStore(_database).FindGroupAsync(_town, 3, default))!.Name);
    }

    private Task<bool> ImportAsync(IReadOnlyList<ContactList> lists, IReadOnlyList<Scenario> scenarios) =>
        new SqliteScenarioImportStore(_database).SaveAsync(lists, scenarios, default);

    private Task<IReadOnlyList<Scenario>> ScenariosAsync() => new SqliteScenarioStore(_database).ListAsync(_town, default);

    private async Task<int> HouseholdsAsync(string list) => (await new SqliteContactListStore(_database).FindAsync(_town, new ScenarioAudience { Groups = [list] }, default)).Count;

    private ContactList List(string name, int number, int households) => new()
    {
        Organisation = _town, Name = name, Number = number, Contacts = [.. Enumerable.Range(0, households).Select(Household)],
    };

    private Contact Household(int number) => new()
    {
        Id = ContactId.New(_time), Organisation = _town, Name = $"Household {number}", Language = "fr",
        Points = [ContactPoint.Voice(ContactPointId.New(_time), E164Number.TryParse($"+33639{number:D6}", out E164Number phone) ? phone : throw new ArgumentOutOfRangeException(nameof(number)))],
    };

    private Scenario Flood(int number, params string[] lists) => new()
    {
        Id = ScenarioId.New(_time),
        Organisation = _town,
        Number = number,
        Names = [new ScenarioName("fr", "Inondation", "inondation")],
        Message = new AlertMessage { Id = MessageId.New(_time), Texts = [new MessageText { Language = "fr", Text = "Montez." }] },
        Audience = new ScenarioAudience { Groups = lists },
        Policy = "alert",
        Kinds = [AlertKind.Exercise],
        Lifetime = TimeSpan.FromHours(2),
    };
}
