using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>The engine, as receipts need it. Safe for concurrent use.</summary>
public interface IDeliveryReports
{
    /// <summary>Finds attempts by their references.</summary>
    /// <param name="references">At most 64.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The one that began last first.</returns>
    /// <exception cref="AlertStoreException">The store does not answer now.</exception>
    Task<IReadOnlyList<AttemptPlace>> FindAsync(IReadOnlyList<string> references, int limit);

    /// <summary>How many segments an attempt had, for one that this process did not send.</summary>
    /// <param name="place">The attempt.</param>
    /// <returns>0 when it is not known.</returns>
    /// <exception cref="AlertStoreException">The store does not answer now.</exception>
    Task<int> SegmentsOfAsync(AttemptPlace place);

    /// <summary>Records a report.</summary>
    /// <param name="place">The attempt.</param>
    /// <param name="report">What is told.</param>
    Task<ReportVerdict> ReportAsync(AttemptPlace place, DeliveryReport report);
}
