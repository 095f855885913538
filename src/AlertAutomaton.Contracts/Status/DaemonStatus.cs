using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Health;
using AlertAutomaton.Contracts.Usage;

namespace AlertAutomaton.Contracts.Status;

/// <summary>What runs, how far, and which lines are healthy: answer of <c>GET /api/v1/status</c>.</summary>
public sealed record DaemonStatus
{
    /// <summary>Version of the daemon.</summary>
    public required string Version { get; init; }

    /// <summary>When the daemon started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Parts and their health.</summary>
    public required IReadOnlyList<HealthComponent> Components { get; init; }

    /// <summary>Trunks and their lines.</summary>
    public required IReadOnlyList<TrunkStatus> Trunks { get; init; }

    /// <summary>Gateways that carry texts; empty where none is set up.</summary>
    public IReadOnlyList<GatewayStatus> Gateways { get; init; } = [];

    /// <summary>Alerts that are running or paused.</summary>
    public required IReadOnlyList<AlertResource> Alerts { get; init; }

    /// <summary>What the engine has to do and has done.</summary>
    public EngineStatus? Engine { get; init; }

    /// <summary>The counters of this month, at most a few seconds old, and where the limits stand; null while the store cannot be read.</summary>
    public UsageResource? Usage { get; init; }

    /// <summary>Duty chain and test calls; null where nothing of them is set up.</summary>
    public DutyStatus? Duty { get; init; }
}
