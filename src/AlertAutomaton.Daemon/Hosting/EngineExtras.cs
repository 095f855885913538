using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>What an engine gets beside its configuration.</summary>
internal sealed record EngineExtras
{
    /// <summary>Policies beside the built-in ones.</summary>
    public IReadOnlyList<DeliveryPolicy> Policies { get; init; } = [];

    /// <summary>A limit on the size of the database in pages of 4 KiB, 0 for none: how tests fill a disk.</summary>
    public long LargestDatabasePages { get; init; }
}
