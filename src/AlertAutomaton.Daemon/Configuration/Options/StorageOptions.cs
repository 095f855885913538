namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Where alerts, attempts and outcomes are kept.</summary>
internal sealed record StorageOptions
{
    /// <summary>The store. Sqlite is embedded and needs nothing.</summary>
    [Allowed("Sqlite")]
    public string Provider { get; init; } = "Sqlite";
}
