using AlertAutomaton.Storage.Sqlite.Migrations;

namespace AlertAutomaton.Storage.Tests.Sqlite.Migrations;

/// <summary>A migration that has left the house is never edited: a change of the schema is a new file with a new line here.</summary>
public sealed class CommittedMigrationsTests
{
    private static readonly (string Name, string Hash)[] s_committed =
    [
        ("0001_journal.sql", "b9fec04febcb5eb2cda784ad227c0834fc74ee844a86093b96609a0832ad8dcc"),
        ("0002_texts.sql", "a23bd25f5ffe7b3a7f587d18ac3667672bd340d22171006279178ee638805a96"),
        ("0003_usage.sql", "e263d8861d1edaa74873a850376f636b40410c9a258e699999a37c0b4b0226ae"),
        ("0004_late.sql", "fe5de8ae487b451f6da8a5aa591b80839468eeaf40266e12cb20ba7d368a1aaf"),
    ];

    [Fact]
    public void Committed_migrations_are_unchanged() =>
        Assert.Equal(s_committed, MigrationRunner.Known.Select(migration => (migration.Name, MigrationRunner.HashOf(migration))));
}
