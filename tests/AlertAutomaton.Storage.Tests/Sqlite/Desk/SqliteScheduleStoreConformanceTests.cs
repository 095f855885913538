using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Storage.Tests.Conformance;

namespace AlertAutomaton.Storage.Tests.Sqlite.Desk;

public sealed class SqliteScheduleStoreConformanceTests : ScheduleStoreConformance
{
    private readonly TemporaryFolder _folder = new();
    private DeskDatabase? _database;

    private protected override Task<IScheduleStore> OpenAsync()
    {
        _database = DeskDatabase.Open(new DeskDatabaseOptions { Path = _folder.File("desk.db") }, Time);
        return Task.FromResult<IScheduleStore>(new SqliteScheduleStore(_database));
    }

    private protected override async Task CloseAsync() => await _database!.DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
