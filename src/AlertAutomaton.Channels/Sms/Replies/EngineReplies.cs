using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>Replies go to the engine of this process.</summary>
/// <param name="service">The engine.</param>
public sealed class EngineReplies(AlertService service) : IReplyEngine
{
    private const int MostTexts = 200;

    /// <inheritdoc/>
    public Task<IReadOnlyList<AttemptPlace>> FindTextsAsync(E164Number number) =>
        service.FindAttemptsAsync([AttemptReference.TextTo(number)], MostTexts, CancellationToken.None);

    /// <inheritdoc/>
    public Task<RunningRecipient?> FindRecipientAsync(AlertId alert, RecipientId recipient) => service.FindRecipientAsync(alert, recipient);

    /// <inheritdoc/>
    public async Task<AlertPurpose?> PurposeOfAsync(AlertId alert) => (await service.GetAsync(alert, CancellationToken.None))?.Alert.Policy.Purpose;

    /// <inheritdoc/>
    public Task<CommandVerdict> AcknowledgeAsync(AlertId alert, RecipientId recipient, AcknowledgementOption option) =>
        service.AcknowledgeAsync(alert, recipient, option, "sms-reply");

    /// <inheritdoc/>
    public Task ClosePointAsync(ContactPointId point) => service.CloseContactPointAsync(point, PointVerdict.Withdrawn, "STOP by text");
}
