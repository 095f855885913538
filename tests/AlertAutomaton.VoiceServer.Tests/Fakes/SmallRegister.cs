using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.VoiceServer.Desk;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>A register of one group, and the built-in alert policy.</summary>
internal sealed class SmallRegister(params Contact[] contacts) : IAudienceSource, IPolicySource
{
    public Task<AudienceGroup?> FindGroupAsync(OrganisationId organisation, int number, CancellationToken ct) =>
        Task.FromResult(number == 3 ? new AudienceGroup(3, "Right bank") : null);

    public Task<IReadOnlyList<Contact>> FindAsync(OrganisationId organisation, ScenarioAudience audience, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Contact>>(audience.Groups.Contains("Right bank") ? contacts : []);

    public DeliveryPolicy? Find(string name) => name == BuiltInPolicies.Alert.Name ? BuiltInPolicies.Alert : null;
}
