using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Log files and their detail.</summary>
internal sealed record LoggingOptions
{
    /// <summary>Least severe messages that are kept.</summary>
    [Allowed("Debug", "Information", "Warning", "Error")]
    public string Level { get; init; } = "Information";

    /// <summary>Directory of the log files; empty: logs under the data directory.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Days that log files are kept.</summary>
    [Range(1, 3650)]
    public int RetainDays { get; init; } = 31;
}
