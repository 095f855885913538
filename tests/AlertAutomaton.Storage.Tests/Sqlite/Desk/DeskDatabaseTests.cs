using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Storage.Sqlite.Migrations;
using AlertAutomaton.TestKit;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Tests.Sqlite.Desk;

public sealed class DeskDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_query_fits_the_schema()
    {
        using SqliteConnection connection = OpenMigrated();
        Assert.NotEmpty(DeskQueries.Names);
        foreach (string name in DeskQueries.Names)
        {
            using var statement = new SqliteStatement(connection, DeskQueries.Get(name));
        }
    }

    [Fact]
    public void Every_table_carries_the_organisation()
    {
        using SqliteConnection connection = OpenMigrated();
        using var without = new SqliteStatement(connection, """
            SELECT name FROM sqlite_schema t
            WHERE type = 'table' AND name NOT IN ('organisation', 'schema_migration') AND name NOT LIKE 'sqlite_%'
                AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'organisation');
            """);
        Assert.False(without.Read());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_behind_and_the_database_well()
    {
        await using DeskDatabase database = Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(
            session =>
            {
                session.NumberOf(Alerting.Identifiers.OrganisationId.New(_time));
                session.Query("AddScheduledLaunch").Bind(1, 77).Bind(2, 1).Bind(3, [1]).Run();
                return true;
            },
            CancellationToken.None));

        Assert.Equal(0, Count(database));
        await database.WriteAsync(session => session.NumberOf(Alerting.Identifiers.OrganisationId.New(_time)), CancellationToken.None);
        Assert.Equal(1, Count(database));
        Assert.Null(database.Fault);
    }

    [Fact]
    public async Task Many_writers_take_turns_and_lose_nothing()
    {
        await using DeskDatabase database = Open();

        long[] numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
            database.WriteAsync(session => session.NumberOf(Alerting.Identifiers.OrganisationId.New(_time)), CancellationToken.None)));

        Assert.Equal(40, numbers.Distinct().Count());
        Assert.Equal(40, Count(database));
    }

    [Fact]
    public async Task A_full_disk_is_told_as_such_and_ends_by_itself()
    {
        await using DeskDatabase database = DeskDatabase.Open(new DeskDatabaseOptions { Path = _folder.File("desk.db"), LargestPages = 80 }, _time);
        byte[] large = new byte[400_000];

        AlertStoreException full = await Assert.ThrowsAsync<AlertStoreException>(() => WriteLaunchAsync(database, large));

        Assert.True(full is { NeedsSpace: true, IsTransient: true });
        Assert.Contains("Free space", full.Message, StringComparison.Ordinal);
        await WriteLaunchAsync(database, new byte[10]);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_busy_and_not_broken()
    {
        string path = _folder.File("desk.db");
        await using DeskDatabase database = DeskDatabase.Open(new DeskDatabaseOptions { Path = path, BusyPatience = TimeSpan.FromMilliseconds(10) }, _time);
        using SqliteConnection other = new SqliteConnector(path, TimeSpan.FromSeconds(1)).OpenWriter(0);
        SqliteConnector.Execute(other, "BEGIN IMMEDIATE;");

        AlertStoreException busy = await Assert.ThrowsAsync<AlertStoreException>(() => WriteLaunchAsync(database, [1]));

        Assert.True(busy is { NeedsSpace: false, IsTransient: true });
        SqliteConnector.Execute(other, "ROLLBACK;");
        await WriteLaunchAsync(database, [1]);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_its_path()
    {
        await File.WriteAllTextAsync(_folder.File("desk.db"), new string('x', 5000));

        AlertStoreException refused = Assert.Throws<AlertStoreException>(Open);

        Assert.False(refused.IsTransient);
        Assert.Contains("desk.db", refused.Message, StringComparison.Ordinal);
    }

    private DeskDatabase Open() => DeskDatabase.Open(new DeskDatabaseOptions { Path = _folder.File("desk.db") }, _time);

    private SqliteConnection OpenMigrated()
    {
        SqliteConnection connection = new SqliteConnector(_folder.File("test.db"), TimeSpan.FromSeconds(1)).OpenWriter(0);
        MigrationRunner.Run(connection, DeskMigrations.Known, _time);
        return connection;
    }

    private Task<bool> WriteLaunchAsync(DeskDatabase database, byte[] payload) => database.WriteAsync(
        session =>
        {
            long organisation = session.NumberOf(Alerting.Identifiers.OrganisationId.New(_time));
            session.Query("AddSchedule")
                .Bind(1, organisation).Bind(2, Alerting.Identifiers.ScheduledAlertId.New(_time).Value).Bind(3, "key").Bind(4, "print").Bind(5, "River").Bind(6, 0)
                .Bind(7, "alert").Bind(8, 1).Bind(9, [1]).Bind(10, "clerk").Bind(11, 1).Bind(12, 2).Bind(13, 0).Run();
            session.Query("AddScheduledLaunch").Bind(1, session.LastRow).Bind(2, organisation).Bind(3, payload).Run();
            return true;
        },
        CancellationToken.None);

    private long Count(DeskDatabase database)
    {
        // Beside the database, as a stranger would: what is committed is what others see.
        Assert.Null(database.Fault);
        using SqliteConnection reader = new SqliteConnector(_folder.File("desk.db"), TimeSpan.FromSeconds(1)).OpenReader();
        using var row = new SqliteStatement(reader, "SELECT count(*) FROM organisation;");
        return row.Read() ? row.Int64(0) : -1;
    }
}
