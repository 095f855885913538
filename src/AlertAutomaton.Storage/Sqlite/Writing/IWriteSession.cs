using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>What writes work on: the connection, prepared statements, and whatever the session remembers between writes.
/// It is told how each transaction ended, so that what it remembers never runs ahead of the disk.</summary>
internal interface IWriteSession : IDisposable
{
    SqliteConnection Connection { get; }

    /// <summary>The transaction is on disk.</summary>
    void Committed();

    /// <summary>The transaction is undone; what was remembered since the last <see cref="Committed"/> must be forgotten.</summary>
    void RolledBack();
}
