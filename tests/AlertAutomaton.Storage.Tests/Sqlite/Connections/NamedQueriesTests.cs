using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Migrations;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Storage.Tests.Sqlite.Connections;

public sealed class NamedQueriesTests
{
    [Fact]
    public void Every_query_fits_the_schema()
    {
        using var folder = new TemporaryFolder();
        using var connection = new SqliteConnector(folder.File("test.db"), TimeSpan.FromSeconds(1)).OpenWriter(0);
        MigrationRunner.Run(connection, new ManualTimeProvider());
        Assert.NotEmpty(NamedQueries.Names);
        foreach (string name in NamedQueries.Names)
        {
            using var statement = new SqliteStatement(connection, NamedQueries.Get(name));
        }
    }

    [Fact]
    public void Every_table_carries_the_organisation()
    {
        using var folder = new TemporaryFolder();
        using var connection = new SqliteConnector(folder.File("test.db"), TimeSpan.FromSeconds(1)).OpenWriter(0);
        MigrationRunner.Run(connection, new ManualTimeProvider());
        using var without = new SqliteStatement(connection, """
            SELECT name FROM sqlite_schema t
            WHERE type = 'table' AND name NOT IN ('organisation', 'schema_migration') AND name NOT LIKE 'sqlite_%'
                AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'organisation');
            """);
        Assert.False(without.Read());
    }

    [Fact]
    public void A_file_is_cut_at_its_names()
    {
        KeyValuePair<string, string>[] queries = [.. NamedQueries.Parse("-- a file\n-- name: One\nSELECT 1;\n\n-- why\n-- name: Two\r\nSELECT\r\n    2;\n")];
        Assert.Equal([KeyValuePair.Create("One", "SELECT 1;\n\n-- why"), KeyValuePair.Create("Two", "SELECT\n    2;")], queries);
    }
}
