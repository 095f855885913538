namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>What a SQLite error means for the transaction it happened in.</summary>
internal enum SqliteTrouble
{
    /// <summary>Only this statement failed (a constraint, a wrong value): its caller alone is told.</summary>
    Statement,

    /// <summary>Another connection holds the lock: try again.</summary>
    Busy,

    /// <summary>No space: the transaction is undone, the same work may succeed once there is space.</summary>
    DiskFull,

    /// <summary>The disk, the file or memory failed: what reached the disk is unknown. A failed fsync must not be
    /// retried, the kernel may have dropped the dirty pages and report success the second time.</summary>
    Broken,
}
