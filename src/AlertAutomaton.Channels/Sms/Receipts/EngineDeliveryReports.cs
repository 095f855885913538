using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>Receipts go to the engine of this process.</summary>
/// <param name="service">The engine.</param>
public sealed class EngineDeliveryReports(AlertService service) : IDeliveryReports
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<AttemptPlace>> FindAsync(IReadOnlyList<string> references, int limit) =>
        service.FindAttemptsAsync(references, limit, CancellationToken.None);

    /// <inheritdoc/>
    public async Task<int> SegmentsOfAsync(AttemptPlace place)
    {
        var page = await service.ListAttemptsAsync(new AttemptQuery(place.Alert) { Recipient = place.Recipient, Limit = 1_000 }, CancellationToken.None);
        return page.Rows.FirstOrDefault(row => row.Attempt == place.Attempt)?.Units ?? 0;
    }

    /// <inheritdoc/>
    public Task<ReportVerdict> ReportAsync(AttemptPlace place, DeliveryReport report) => service.ReportDeliveryAsync(place, report);
}
