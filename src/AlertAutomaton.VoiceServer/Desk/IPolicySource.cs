using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>Finds delivery policies by name: the built-in and the configured ones.</summary>
public interface IPolicySource
{
    /// <summary>Finds one.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null when there is none.</returns>
    DeliveryPolicy? Find(string name);
}
