using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Text;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>
/// Brings receipts to the attempts that they speak of: late, doubled and out of order, and also those that overtake the response to their own
/// text. Thread-safe.
/// </summary>
public sealed class TextReceipts : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly GatewayPool _pool;
    private readonly TimeProvider _time;
    private readonly SmsMeters _meters;
    private readonly ILogger _log;
    private readonly SegmentTally _tally;
    private readonly ParkedReceipts _parked;
    private readonly Dictionary<string, ReceiptMatcher> _matchers;
    private readonly ITimer _timer;
    private IDeliveryReports? _reports;
    private int _turning;

    /// <summary>Nothing is taken before <see cref="ReportTo"/>.</summary>
    /// <param name="pool">The gateways.</param>
    /// <param name="time">The clock.</param>
    /// <param name="meters">What is counted.</param>
    /// <param name="log">Where trouble goes.</param>
    /// <param name="mostTexts">How many texts are remembered while their receipts are awaited; older ones are looked up on disk.</param>
    /// <param name="mostParked">How many receipts wait for their text.</param>
    public TextReceipts(
        GatewayPool pool, TimeProvider time, SmsMeters meters, ILogger<TextReceipts> log, int mostTexts = 100_000, int mostParked = 10_000)
    {
        _pool = pool;
        _time = time;
        _meters = meters;
        _log = log;
        _tally = new SegmentTally(mostTexts);
        _parked = new ParkedReceipts(mostParked, Patience);
        _matchers = pool.Gateways.ToDictionary(gateway => gateway.Options.Name, gateway => new ReceiptMatcher(gateway.Options), StringComparer.Ordinal);
        _timer = time.CreateTimer(static receipts => _ = ((TextReceipts)receipts!).TurnAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Receipts that wait for their text.</summary>
    public int Parked
    {
        get
        {
            lock (_gate)
            {
                return _parked.Count;
            }
        }
    }

    /// <summary>Says to whom receipts are reported; the engine is built after its channels.</summary>
    public void ReportTo(IDeliveryReports reports) => _reports = reports;

    /// <summary>Takes a receipt.</summary>
    /// <returns>False when it could not be recorded now: the SMSC is to repeat it.</returns>
    public async Task<bool> TakeAsync(GatewayReceipt receipt)
    {
        if (_reports is null || !_matchers.TryGetValue(receipt.Gateway, out var matcher))
        {
            return false;
        }

        _meters.ReceiptTaken(receipt.Gateway, receipt.Receipt.State);
        if (!receipt.Receipt.State.IsFinal() || ReceiptReports.Of(receipt.Receipt, matcher.Options) is not { } report)
        {
            return true;
        }

        try
        {
            switch (await TryReportAsync(receipt, report, matcher, _reports))
            {
                case ReceiptFate.NotWritten:
                    return false;
                case ReceiptFate.NotFound:
                    Park(receipt);
                    return true;
                default:
                    return true;
            }
        }
        catch (AlertStoreException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <summary>A gateway took a text; told before its references are on disk.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="receipts">How many receipts make it whole; 0 when it can never be whole.</param>
    internal void Await(AttemptId attempt, string gateway, int receipts)
    {
        var now = _pool.Now;
        lock (_gate)
        {
            _tally.Begin(attempt, receipts, now);
        }

        _pool.Sent(gateway, now);
    }

    private async Task<ReceiptFate> TryReportAsync(GatewayReceipt receipt, DeliveryReport report, ReceiptMatcher matcher, IDeliveryReports reports)
    {
        if (await matcher.FindAsync(receipt, reports, _time.GetUtcNow()) is not { } place)
        {
            return ReceiptFate.NotFound;
        }

        await RememberAsync(place, matcher.Options, reports);
        TallyVerdict verdict;
        TimeSpan? sent;
        lock (_gate)
        {
            if (!_tally.Knows(place.Attempt))
            {
                return ReceiptFate.NotFound;
            }

            sent = _tally.FirstReceipt(place.Attempt);
            verdict = _tally.Take(place.Attempt, place.Reference, report.Outcome == AttemptOutcome.Delivered);
        }

        if (sent is { } moment)
        {
            _pool.Received(receipt.Gateway, moment, _pool.Now);
        }

        if (verdict != TallyVerdict.Tell)
        {
            return ReceiptFate.Settled;
        }

        var told = await reports.ReportAsync(place, report);
        _meters.ReceiptReported(receipt.Gateway, told);
        if (told != ReportVerdict.NotWritten)
        {
            return ReceiptFate.Settled;
        }

        lock (_gate)
        {
            _tally.TakeBack(place.Attempt, place.Reference);
        }

        return ReceiptFate.NotWritten;
    }

    /// <summary>Makes sure that the tally knows a text: one of an earlier process, or one that was forgotten, is counted from what is on disk.</summary>
    private async Task RememberAsync(AttemptPlace place, GatewayOptions gateway, IDeliveryReports reports)
    {
        lock (_gate)
        {
            if (_tally.Knows(place.Attempt))
            {
                return;
            }
        }

        // With message_payload the gateway cuts the text itself and tells of it once.
        var receipts = gateway.Encoding.Concatenation == SmsConcatenation.MessagePayload ? 1 : await reports.SegmentsOfAsync(place);
        lock (_gate)
        {
            _tally.Restore(place.Attempt, place.Outcome == AttemptOutcome.Unknown ? 0 : receipts);
        }
    }

    private void Park(GatewayReceipt receipt)
    {
        ParkedReceipt? gone;
        lock (_gate)
        {
            gone = _parked.Add(receipt, _pool.Now);
            Arm_NeedsLock();
        }

        if (gone is not null)
        {
            GiveUp(gone.Receipt);
        }
    }

    private async Task TurnAsync()
    {
        if (Interlocked.Exchange(ref _turning, 1) != 0)
        {
            return;
        }

        try
        {
            await RetryDueAsync();
        }
        finally
        {
            lock (_gate)
            {
                Volatile.Write(ref _turning, 0);
                Arm_NeedsLock();
            }
        }
    }

    private async Task RetryDueAsync()
    {
        IReadOnlyList<ParkedReceipt> due;
        lock (_gate)
        {
            due = _parked.TakeDue(_pool.Now);
        }

        foreach (var parked in due)
        {
            if (await SettleAsync(parked.Receipt))
            {
                continue;
            }

            bool waits;
            lock (_gate)
            {
                waits = _parked.PutBack(parked, _pool.Now);
            }

            if (!waits && !await SettleUnknownAsync(parked.Receipt))
            {
                GiveUp(parked.Receipt);
            }
        }
    }

    private async Task<bool> SettleAsync(GatewayReceipt receipt)
    {
        var matcher = _matchers[receipt.Gateway];
        try
        {
            return await TryReportAsync(receipt, ReceiptReports.Of(receipt.Receipt, matcher.Options)!, matcher, _reports!) == ReceiptFate.Settled;
        }
        catch (AlertStoreException)
        {
            // It waits like one whose text is not known yet.
            return false;
        }
    }

    /// <summary>A receipt under an id that was never told to us: that of a text without a response, when only one can be meant.</summary>
    private async Task<bool> SettleUnknownAsync(GatewayReceipt receipt)
    {
        var matcher = _matchers[receipt.Gateway];
        try
        {
            return await matcher.FindUnansweredAsync(receipt, _reports!, _time.GetUtcNow()) is { } place
                && await _reports!.ReportAsync(place, ReceiptReports.Of(receipt.Receipt, matcher.Options)!) is ReportVerdict.Recorded or ReportVerdict.KnownAlready;
        }
        catch (AlertStoreException)
        {
            return false;
        }
    }

    private void GiveUp(GatewayReceipt receipt)
    {
        _meters.ReceiptUnknown(receipt.Gateway);
        SmsLog.ReceiptUnknown(_log, receipt.Gateway, receipt.Receipt.State);
    }

    private void Arm_NeedsLock()
    {
        if (_parked.NextDue is { } due)
        {
            var wait = due - _pool.Now;
            _timer.Change(wait > TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }
}
