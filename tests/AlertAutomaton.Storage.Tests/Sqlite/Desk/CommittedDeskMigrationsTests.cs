using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Storage.Sqlite.Migrations;

namespace AlertAutomaton.Storage.Tests.Sqlite.Desk;

/// <summary>The same rule as for the alerts' database: a migration that has left the house is never edited.</summary>
public sealed class CommittedDeskMigrationsTests
{
    private static readonly (string Name, string Hash)[] s_committed =
    [
        ("0001_schedules.sql", "518b600fa26de475057c291150b5cb718531783aad2ef564f63d11af5411be64"),
        ("0002_texts.sql", "e5a6f56651577818f1335d2efae93dbb41426a046be085f68b69d67343bd7ae5"),
        ("0003_voice_server.sql", "3cf865ada7731f46e883e112e7a066329b6cf058b82976ba63631ce981acfed7"),
        ("0004_duty.sql", "10c612715cf592d82062336ce4ab37e507c5f6805b38563a27d56d1bb077684b"),
        ("0005_callback_closings.sql", "37a7f3275289ee9776e1bf4d4b978958b8279831a57334eaa547cfa62031d34c"),
    ];

    [Fact]
    public void Committed_migrations_are_unchanged() =>
        Assert.Equal(s_committed, DeskMigrations.Known.Select(migration => (migration.Name, MigrationRunner.HashOf(migration))));
}
