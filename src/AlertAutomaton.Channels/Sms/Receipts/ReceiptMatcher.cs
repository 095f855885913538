using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>
/// Finds the attempt that a receipt of one gateway speaks of. An id alone is not enough while it is not known how the gateway writes ids, and
/// ids are used again: then the number that was texted must agree, and the attempt must not be older than any text lives. Thread-safe.
/// </summary>
/// <param name="options">The gateway.</param>
internal sealed class ReceiptMatcher(GatewayOptions options)
{
    private const int MostCandidates = 16;
    private const int MostOfNumber = 200;
    private static readonly TimeSpan OldestText = TimeSpan.FromDays(7);

    private readonly Lock _gate = new();
    private readonly ReceiptIdBaseDetector _detector = new();

    public GatewayOptions Options => options;

    /// <summary>The attempt; its reference is that of the segment. Null when there is none, or not yet.</summary>
    /// <exception cref="AlertStoreException">The store does not answer now.</exception>
    public async Task<AttemptPlace?> FindAsync(GatewayReceipt receipt, IDeliveryReports reports, DateTimeOffset now)
    {
        var idBase = IdBase();
        string[] forms = [.. MessageIdForms.OfReceipt(receipt.Receipt.MessageId, idBase).Select(form => AttemptReference.Text(options.Name, form))];
        if (forms.Length == 0)
        {
            return null;
        }

        var found = await reports.FindAsync(forms, MostCandidates);
        var candidates = found.Where(place => now - place.Begun < OldestText).OrderBy(place => Array.IndexOf(forms, place.Reference)).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        // One candidate under a known way of writing needs no second look; this is how nearly all receipts go.
        if ((candidates.Count == 1 && idBase != ReceiptIdBase.Detect) || !HandsetNumber.TryRead(receipt.From, options.Country, out var number))
        {
            return candidates[0];
        }

        var texted = (await reports.FindAsync([AttemptReference.TextTo(number)], MostOfNumber)).Select(place => place.Attempt).ToHashSet();
        var match = candidates.Find(place => texted.Contains(place.Attempt));
        if (match is not null)
        {
            lock (_gate)
            {
                _detector.Observe(match.Reference[AttemptReference.Text(options.Name, string.Empty).Length..], receipt.Receipt.MessageId);
            }
        }

        return match;
    }

    /// <summary>
    /// The only text to the receipt's number, through this gateway, whose submission was never answered; null when there is none, several, or one of
    /// several segments, which one receipt does not settle. For receipts whose id has been waited for long enough.
    /// </summary>
    /// <exception cref="AlertStoreException">The store does not answer now.</exception>
    public async Task<AttemptPlace?> FindUnansweredAsync(GatewayReceipt receipt, IDeliveryReports reports, DateTimeOffset now)
    {
        if (!HandsetNumber.TryRead(receipt.From, options.Country, out var number))
        {
            return null;
        }

        var texted = await reports.FindAsync([AttemptReference.TextTo(number)], MostOfNumber);
        var unanswered = texted.Where(place =>
            place.Outcome == AttemptOutcome.Unknown && now - place.Begun < OldestText && string.Equals(place.Line, options.Name, StringComparison.Ordinal)).ToList();
        return unanswered is [var only] && await reports.SegmentsOfAsync(only) <= 1 ? only : null;
    }

    private ReceiptIdBase IdBase()
    {
        if (options.ReceiptIds != ReceiptIdBase.Detect)
        {
            return options.ReceiptIds;
        }

        lock (_gate)
        {
            return _detector.Known;
        }
    }
}
