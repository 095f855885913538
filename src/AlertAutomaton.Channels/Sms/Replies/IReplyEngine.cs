using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>The engine, as replies need it. Safe for concurrent use.</summary>
public interface IReplyEngine
{
    /// <summary>The texts that went to a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The one that began last first.</returns>
    /// <exception cref="AlertStoreException">The store does not answer now.</exception>
    Task<IReadOnlyList<AttemptPlace>> FindTextsAsync(E164Number number);

    /// <summary>Who that was, if the alert runs here.</summary>
    Task<RunningRecipient?> FindRecipientAsync(AlertId alert, RecipientId recipient);

    /// <summary>What an alert is for, running or over; null when there is none.</summary>
    /// <exception cref="AlertStoreException">The store does not answer now.</exception>
    Task<AlertPurpose?> PurposeOfAsync(AlertId alert);

    /// <summary>Acknowledges for a household; after the end of the alert it is recorded as late, and the verdict is <see cref="CommandVerdict.NotRunning"/>.</summary>
    Task<CommandVerdict> AcknowledgeAsync(AlertId alert, RecipientId recipient, AcknowledgementOption option);

    /// <summary>Closes a contact point in all running alerts, because its owner wrote STOP.</summary>
    Task ClosePointAsync(ContactPointId point);
}
