using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Migrations;
using AlertAutomaton.TestKit;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Tests.Sqlite.Migrations;

public sealed class MigrationRunnerTests
{
    private static readonly EmbeddedSql s_first = new("0001_first.sql", "CREATE TABLE first (a INTEGER) STRICT;");
    private static readonly EmbeddedSql s_second = new("0002_second.sql", "CREATE TABLE second (a INTEGER) STRICT; INSERT INTO second VALUES (1);");

    [Fact]
    public void Each_migration_runs_once()
    {
        using var folder = new TemporaryFolder();
        using SqliteConnection connection = Open(folder);
        MigrationRunner.Run(connection, [s_first], new ManualTimeProvider());
        MigrationRunner.Run(connection, [s_first, s_second], new ManualTimeProvider());
        MigrationRunner.Run(connection, [s_first, s_second], new ManualTimeProvider());
        using var count = new SqliteStatement(connection, "SELECT count(*) FROM second;");
        Assert.True(count.Read());
        Assert.Equal(1, count.Int64(0));
    }

    [Fact]
    public void A_changed_migration_is_refused()
    {
        using var folder = new TemporaryFolder();
        using SqliteConnection connection = Open(folder);
        MigrationRunner.Run(connection, [s_first], new ManualTimeProvider());
        var refusal = Assert.Throws<MigrationException>(() => MigrationRunner.Run(connection, [s_first with { Text = s_first.Text + " " }], new ManualTimeProvider()));
        Assert.Contains("0001_first.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        using SqliteConnection connection = Open(folder);
        MigrationRunner.Run(connection, [s_first, s_second], new ManualTimeProvider());
        var refusal = Assert.Throws<MigrationException>(() => MigrationRunner.Run(connection, [s_first], new ManualTimeProvider()));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using SqliteConnection connection = Open(folder);
        var broken = new EmbeddedSql("0003_broken.sql", "CREATE TABLE third (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);");
        Assert.Throws<SqliteException>(() => MigrationRunner.Run(connection, [s_first, broken], new ManualTimeProvider()));
        using var count = new SqliteStatement(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'third';");
        Assert.True(count.Read());
        Assert.Equal(0, count.Int64(0));
    }

    private static SqliteConnection Open(TemporaryFolder folder) => new SqliteConnector(folder.File("test.db"), TimeSpan.FromSeconds(1)).OpenWriter(0);
}
