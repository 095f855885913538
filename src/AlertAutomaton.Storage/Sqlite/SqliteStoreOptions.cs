namespace AlertAutomaton.Storage.Sqlite;

/// <summary>How the embedded store behaves. The defaults serve a commune on any disk.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The largest number of writes that one synced transaction carries when <see cref="LargestBatch"/> is not set.</summary>
    public const int DefaultLargestBatch = 2048;

    /// <summary>The size of the reserve file when <see cref="BallastBytes"/> is not set: 16 MiB.</summary>
    public const long DefaultBallastBytes = 16 * 1024 * 1024;

    /// <summary>The database file; its folder must exist. Its companions <c>-wal</c>, <c>-shm</c> and <c>.reserve</c> lie beside it.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>The largest number of writes in one transaction, 1 to 100,000. Larger groups gain little and delay the first of them.</summary>
    public int LargestBatch { get; init; } = DefaultLargestBatch;

    /// <summary>How many writes may wait before callers are held back, 1 to 1,000,000.</summary>
    public int QueueCapacity { get; init; } = 16_384;

    /// <summary>The reserve that is freed when the disk is full, so that outcomes still get recorded: 0 (none) or at least 8 MiB.</summary>
    public long BallastBytes { get; init; } = DefaultBallastBytes;

    /// <summary>How often a full disk is tried again, 100 ms to 1 min.</summary>
    public TimeSpan DiskFullRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one try waits for another program that holds the database, 10 ms to 10 s, before the store reports that it is busy.</summary>
    public TimeSpan BusyPatience { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long the write-ahead log may become before the writer pauses to let it begin anew, 1 MiB to 1 GiB.</summary>
    public long LongLogBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>A limit on the size of the database in pages of 4 KiB, 0 for none. For tests and for communes that share a disk.</summary>
    public long LargestDatabasePages { get; init; }

    /// <summary>Every value that is out of range, as sentences; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        Require(errors, DatabasePath.Length > 0, "DatabasePath is empty: name the file of the database.");
        Require(errors, LargestBatch is >= 1 and <= 100_000, $"LargestBatch is {LargestBatch}: choose 1 to 100,000.");
        Require(errors, QueueCapacity is >= 1 and <= 1_000_000, $"QueueCapacity is {QueueCapacity}: choose 1 to 1,000,000.");
        Require(errors, BallastBytes is 0 or >= 8 * 1024 * 1024, $"BallastBytes is {BallastBytes}: choose 0 or at least 8388608 (8 MiB).");
        Require(errors, DiskFullRetry >= TimeSpan.FromMilliseconds(100) && DiskFullRetry <= TimeSpan.FromMinutes(1), $"DiskFullRetry is {DiskFullRetry}: choose 100 ms to 1 min.");
        Require(errors, BusyPatience >= TimeSpan.FromMilliseconds(10) && BusyPatience <= TimeSpan.FromSeconds(10), $"BusyPatience is {BusyPatience}: choose 10 ms to 10 s.");
        Require(errors, LongLogBytes is >= 1 << 20 and <= 1L << 30, $"LongLogBytes is {LongLogBytes}: choose 1048576 to 1073741824.");
        Require(errors, LargestDatabasePages >= 0, $"LargestDatabasePages is {LargestDatabasePages}: choose 0 (no limit) or more.");
        return errors;
    }

    private static void Require(List<string> errors, bool holds, string otherwise)
    {
        if (!holds)
        {
            errors.Add(otherwise);
        }
    }
}
