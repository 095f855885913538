using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>How trouble of one part of the machine is judged here.</summary>
internal sealed record DutyTroubleOptions
{
    /// <summary>The part.</summary>
    [Allowed("Trunk", "AllTrunks", "Gateway", "Store", "DiskLow", "DiskFull", "Clock", "Schedule", "Heartbeat")]
    public string Part { get; init; } = "Trunk";

    /// <summary>Seconds of trouble after which somebody is phoned.</summary>
    [Range(0, 86_400)]
    public int PhoneAfterSeconds { get; init; } = 120;

    /// <summary>When somebody is phoned: as in the table, by day only, at any hour, or never.</summary>
    [Allowed("AsUsual", "ByDay", "Always", "Never")]
    public string When { get; init; } = "AsUsual";
}
