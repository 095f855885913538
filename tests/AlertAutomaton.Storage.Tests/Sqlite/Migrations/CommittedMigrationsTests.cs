using AlertAutomaton.Storage.Sqlite.Migrations;

namespace AlertAutomaton.Storage.Tests.Sqlite.Migrations;

/// <summary>A migration that has left the house is never edited: a change of the schema is a new file with a new line here.</summary>
public sealed class CommittedMigrationsTests
{
    private static readonly (string Name, string Hash)[] s_committed =
    [
        ("0001_journal.sql", "a06af21ac9dfa2b103b4ad2774b6be4199a838760a672571605eb7d7aa2abbf8"),
    ];

    [Fact]
    public void Committed_migrations_are_unchanged() =>
        Assert.Equal(s_committed, MigrationRunner.Known.Select(migration => (migration.Name, MigrationRunner.HashOf(migration))));
}
