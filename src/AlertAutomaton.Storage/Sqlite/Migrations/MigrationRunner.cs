using System.Security.Cryptography;
using System.Text;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Migrations;

/// <summary>
/// Brings a database to the present schema. A migration is a file that is never changed once released: a database that
/// has run another text under the same name is refused, and so is one with migrations that this program does not know.
/// Each runs in a transaction of its own with the line that records it, so a crash leaves all of it or nothing.
/// </summary>
internal static class MigrationRunner
{
    public static IReadOnlyList<EmbeddedSql> Known { get; } = EmbeddedSql.InFolder("Sqlite/Migrations/");

    public static string HashOf(EmbeddedSql migration) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(migration.Text)));

    public static void Run(SqliteConnection connection, TimeProvider time) => Run(connection, Known, time);

    public static void Run(SqliteConnection connection, IReadOnlyList<EmbeddedSql> known, TimeProvider time)
    {
        SqliteConnector.Execute(connection, "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;");
        Dictionary<string, string> applied = ReadApplied(connection);
        if (applied.Keys.Except(known.Select(migration => migration.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new MigrationException($"The database has run migration {unknown}, which this program does not know: it was written by a newer version. Use that version.");
        }

        foreach (EmbeddedSql migration in known)
        {
            if (!applied.TryGetValue(migration.Name, out string? hash))
            {
                Apply(connection, migration, time.GetUtcNow());
            }
            else if (!string.Equals(hash, HashOf(migration), StringComparison.Ordinal))
            {
                throw new MigrationException($"The database has run another text of migration {migration.Name} than the one in this program. Restore the program's files, or a backup.");
            }
        }
    }

    private static Dictionary<string, string> ReadApplied(SqliteConnection connection)
    {
        using var statement = new SqliteStatement(connection, "SELECT name, hash FROM schema_migration;");
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (statement.Read())
        {
            applied.Add(statement.Text(0), statement.Text(1));
        }

        return applied;
    }

    private static void Apply(SqliteConnection connection, EmbeddedSql migration, DateTimeOffset now)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text is embedded in this assembly.
        command.CommandText = migration.Text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        using (var record = new SqliteStatement(connection, "INSERT INTO schema_migration (name, hash, applied_at) VALUES (?1, ?2, ?3);"))
        {
            record.Bind(1, migration.Name).Bind(2, HashOf(migration)).Bind(3, now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Run();
        }

        transaction.Commit();
    }
}
