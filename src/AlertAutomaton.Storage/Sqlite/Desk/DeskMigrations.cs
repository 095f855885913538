using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>The migrations of the desk's database, in order. A store that joins adds files, and changes none.</summary>
internal static class DeskMigrations
{
    public static IReadOnlyList<EmbeddedSql> Known { get; } = EmbeddedSql.InFolder("Sqlite/Desk/Migrations/");
}
