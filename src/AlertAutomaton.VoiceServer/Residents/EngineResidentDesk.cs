using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>The residents' desk over the engine of this process.</summary>
/// <param name="alerts">The engine.</param>
/// <param name="sound">The sound of messages and names.</param>
/// <param name="announcement">What an organisation announces to everybody who phones; null for nothing. A message to some is never told to all by itself.</param>
public sealed class EngineResidentDesk(AlertService alerts, MessageSound sound, Func<OrganisationId, AlertMessage?> announcement) : IResidentDesk
{
    private const string Via = "call-back";

    /// <inheritdoc/>
    public IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, E164Number number) => alerts.Households.Find(organisation, number);

    /// <inheritdoc/>
    public IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, int code) => alerts.Households.Find(organisation, code);

    /// <inheritdoc/>
    public async Task<ResidentMessage?> MessageAsync(HouseholdAlert alert, string language, CancellationToken ct) =>
        await sound.MessageAsync(alert.Alert.Organisation, alert.Alert.Message, language, ct) is { } message
            ? new ResidentMessage(await sound.OrganisationAsync(alert.Alert.Organisation, language, ct), message)
            : null;

    /// <inheritdoc/>
    public Task<CommandVerdict> AcknowledgeAsync(HouseholdAlert alert, AcknowledgementOption option) => alerts.AcknowledgeAsync(alert.Alert.Id, alert.Recipient, option, Via);

    /// <inheritdoc/>
    public Task CloseAsync(ContactPointId point) => alerts.CloseContactPointAsync(point, PointVerdict.WrongNumber, "said so by calling back");

    /// <inheritdoc/>
    public Task<PreparedPrompt?> NameAsync(OrganisationId organisation, string language, CancellationToken ct) => sound.OrganisationAsync(organisation, language, ct);

    /// <inheritdoc/>
    public async Task<PreparedPrompt?> AnnouncementAsync(OrganisationId organisation, string language, CancellationToken ct) =>
        announcement(organisation) is { } message ? await sound.MessageAsync(organisation, message, language, ct) : null;
}
