using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite.Writing;

namespace AlertAutomaton.Daemon.Desk.Readings;

/// <summary>The engine at one moment, for whoever watches it. Nothing in it is read from the database.</summary>
internal sealed record EngineReading
{
    public required bool IsReady { get; init; }

    public required IReadOnlyList<TrunkStatus> Trunks { get; init; }

    public required EngineLoad Load { get; init; }

    public required AttemptCountsSnapshot Attempts { get; init; }

    /// <summary>Alerts that run here.</summary>
    public required IReadOnlyList<AlertProgress> Alerts { get; init; }

    public required DispatcherHealth Health { get; init; }

    public required StoreHealthSnapshot Store { get; init; }

    public required WriterStatisticsSnapshot Writer { get; init; }

    /// <summary>Null where no duty chain and no test calls are set up.</summary>
    public DutyStatus? Duty { get; init; }
}
