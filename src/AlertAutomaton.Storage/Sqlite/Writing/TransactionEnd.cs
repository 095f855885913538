namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>How a shared transaction ended.</summary>
internal enum TransactionEnd
{
    Committed,

    /// <summary>A write failed by its own fault; the transaction is undone and is to be run again with savepoints.</summary>
    WriteRefused,

    Busy,

    DiskFull,

    Broken,
}
