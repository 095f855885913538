using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>What an engine gets beside its configuration.</summary>
internal sealed record EngineExtras
{
    /// <summary>Policies beside the built-in ones.</summary>
    public IReadOnlyList<DeliveryPolicy> Policies { get; init; } = [];
}
