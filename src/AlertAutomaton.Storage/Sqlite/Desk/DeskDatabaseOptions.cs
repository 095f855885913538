namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Where the desk's database is and how it behaves.</summary>
public sealed record DeskDatabaseOptions
{
    /// <summary>The file; its folder must exist.</summary>
    public required string Path { get; init; }

    /// <summary>How long a write waits for another program that holds the database before it fails as busy; 10 ms to 10 s.</summary>
    public TimeSpan BusyPatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A limit on the size of the database in pages of 4 KiB, 0 for none: how tests fill a disk.</summary>
    public long LargestPages { get; init; }
}
