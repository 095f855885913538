using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.VoiceServer.Desk;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>The built-in and the configured policies by their names.</summary>
internal sealed class ConfiguredPolicies(IReadOnlyList<DeliveryPolicy> policies) : IPolicySource
{
    public DeliveryPolicy? Find(string name) => policies.FirstOrDefault(policy => string.Equals(policy.Name, name, StringComparison.OrdinalIgnoreCase));
}
