using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Storage.Tests.Sqlite.Desk;

/// <summary>What the duty chain asks of its store.</summary>
public sealed class SqliteDutyStoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly OrganisationId _town;
    private DeskDatabase _database = null!;

    public SqliteDutyStoreTests() => _town = OrganisationId.New(_time);

    private SqliteDutyStore Store => new(_database, _town, _time);

    public ValueTask InitializeAsync()
    {
        Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_matter_is_the_same_after_a_restart_in_every_part()
    {
        OperatorId one = OperatorId.New(_time), other = OperatorId.New(_time);
        DutyMatterState full = Matter("draft:1") with
        {
            Standing = DutyStanding.Calling, Rounds = 3, Tried = [one], Calling = other, NextAt = _time.GetUtcNow().AddMinutes(4), Calls = [_time.GetUtcNow().AddMinutes(-2), _time.GetUtcNow()],
        };
        full = full with { Matter = full.Matter with { NotFor = one, Launch = new DutyLaunch(DraftContent.OfScenario(ScenarioId.New(_time)), AlertKind.Exercise) } };
        DutyMatterState bare = Matter("system:Store");
        await Store.SaveAsync(full, default);
        await Store.SaveAsync(bare, default);

        await RestartAsync();

        IReadOnlyList<DutyMatterState> read = await Store.LoadAsync(default);
        Assert.Equal([full.Matter, bare.Matter], read.Select(row => row.Matter));
        Assert.Equal(full with { Tried = read[0].Tried, Calls = read[0].Calls }, read[0]);
        Assert.Equal(full.Tried, read[0].Tried);
        Assert.Equal(full.Calls, read[0].Calls);
        Assert.Equal(bare with { Tried = read[1].Tried, Calls = read[1].Calls }, read[1]);
    }

    [Fact]
    public async Task A_row_saved_again_is_replaced_and_not_doubled()
    {
        DutyMatterState matter = Matter("system:Store");
        await Store.SaveAsync(matter, default);
        DutyMatterState taken = matter with { Standing = DutyStanding.Taken, TakenBy = OperatorId.New(_time), EndedAt = _time.GetUtcNow(), Matter = matter.Matter with { Severity = DutySeverity.ByDay } };
        await Store.SaveAsync(taken, default);
        DutyMatterState read = Assert.Single(await Store.LoadAsync(default));
        Assert.Equal((DutyStanding.Taken, taken.TakenBy, DutySeverity.ByDay), (read.Standing, read.TakenBy, read.Matter.Severity));
    }

    [Fact]
    public async Task What_is_over_is_read_for_an_hour_so_that_its_calls_count_and_no_longer()
    {
        await Store.SaveAsync(Matter("a") with { Standing = DutyStanding.Over, EndedAt = _time.GetUtcNow() }, default);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Single(await Store.LoadAsync(default));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(await Store.LoadAsync(default));
    }

    [Fact]
    public async Task What_ended_long_ago_is_dropped_and_what_waits_never_is()
    {
        DutyMatterState waiting = Matter("waits");
        await Store.SaveAsync(waiting, default);
        await Store.SaveAsync(Matter("taken") with { Standing = DutyStanding.Taken, EndedAt = _time.GetUtcNow() }, default);
        _time.Advance(SqliteDutyStore.Kept - TimeSpan.FromDays(1));
        await Store.SaveAsync(Matter("new") with { Standing = DutyStanding.Over, EndedAt = _time.GetUtcNow() }, default);
        Assert.Equal(["waits", "taken", "new"], (await Store.LoadAsync(default)).Select(row => row.Matter.Key));
        _time.Advance(TimeSpan.FromDays(2));
        await Store.SaveAsync(Matter("newer"), default);
        Assert.Equal(["waits", "newer"], (await Store.LoadAsync(default)).Select(row => row.Matter.Key));
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_it_and_changes_nothing_in_it()
    {
        DutyMatterState matter = Matter("a");
        await Store.SaveAsync(matter, default);
        var other = new SqliteDutyStore(_database, OrganisationId.New(_time), _time);
        Assert.Empty(await other.LoadAsync(default));
        await other.SaveAsync(matter with { Standing = DutyStanding.Over, EndedAt = _time.GetUtcNow() }, default);
        Assert.Equal(DutyStanding.Waiting, Assert.Single(await Store.LoadAsync(default)).Standing);
    }

    [Fact]
    public async Task The_next_process_phones_first_whom_the_last_one_was_phoning()
    {
        OperatorId one = OperatorId.New(_time), other = OperatorId.New(_time);
        await Store.SaveAsync(Matter("a") with { Standing = DutyStanding.Calling, Tried = [one], Calling = other }, default);
        await RestartAsync();
        DutyChainState resumed = DutyChain.Resume(await Store.LoadAsync(default));
        (_, IReadOnlyList<DutyEffect> effects) = DutyChain.Step(resumed, new DutyInput.Tick(), [one, other], TimeZoneInfo.Utc, new DutyOptions(), _time.GetUtcNow());
        Assert.Equal(other, Assert.Single(effects.OfType<DutyEffect.Phone>()).Operator);
    }

    private DutyMatterState Matter(string key) => new()
    {
        Matter = new DutyMatter { Id = DutyMatterId.New(_time), Key = key, Severity = DutySeverity.Urgent, Words = "op-duty-store", Since = _time.GetUtcNow() },
    };

    private void Open() => _database = DeskDatabase.Open(new DeskDatabaseOptions { Path = _folder.File("desk.db") }, _time);

    private async Task RestartAsync()
    {
        await _database.DisposeAsync();
        Open();
    }
}
