using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>What writes work on: the connection, prepared statements, and whatever the session remembers between writes.
/// It is told how each transaction ended, so that what it remembers never runs ahead of the disk.</summary>
internal interface IWriteSession : IDisposable
{
    SqliteConnection Connection { get; }

    /// <summary>A savepoint was made before one write.</summary>
    void Mark();

    /// <summary>That write was undone; what was remembered since <see cref="Mark"/> must be forgotten.</summary>
    void RolledBackToMark();

    /// <summary>All writes of the transaction were applied; the last chance to add statements of the session's own.</summary>
    void BeforeCommit();

    /// <summary>The transaction is on disk.</summary>
    void Committed();

    /// <summary>The transaction is undone; what was remembered since the last <see cref="Committed"/> must be forgotten.</summary>
    void RolledBack();
}
