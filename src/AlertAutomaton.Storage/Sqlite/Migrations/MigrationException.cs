namespace AlertAutomaton.Storage.Sqlite.Migrations;

/// <summary>The database's schema is not one that this program may use; the message says what mends it.</summary>
public sealed class MigrationException(string message) : InvalidOperationException(message);
