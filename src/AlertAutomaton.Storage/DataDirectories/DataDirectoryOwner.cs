namespace AlertAutomaton.Storage.DataDirectories;

/// <summary>Who holds a data directory, for the message that another process shows.</summary>
internal sealed record DataDirectoryOwner(int ProcessId, string Machine, DateTimeOffset Since);
