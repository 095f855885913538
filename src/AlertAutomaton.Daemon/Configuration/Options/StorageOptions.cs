using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Where alerts, attempts and outcomes are kept.</summary>
internal sealed record StorageOptions
{
    /// <summary>The store. Sqlite is embedded and needs nothing.</summary>
    [Allowed("Sqlite")]
    public string Provider { get; init; } = "Sqlite";

    /// <summary>Days after which a recording is removed that no scenario, no planned alert, no alert on file uses and that has no number.</summary>
    [Range(1, 3650)]
    public int KeepUnusedRecordingsDays { get; init; } = 30;
}
