using System.Diagnostics.Metrics;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Channels.Sms;

/// <summary>What the SMS channel counts, by gateway.</summary>
public sealed class SmsMeters : IDisposable
{
    private readonly Meter _meter = new("AlertAutomaton.Channels.Sms");
    private readonly Counter<long> _texts;
    private readonly Counter<long> _segments;
    private readonly Counter<long> _receipts;
    private readonly Counter<long> _reports;
    private readonly Counter<long> _unknown;
    private readonly Counter<long> _replies;
    private readonly UpDownCounter<int> _inFlight;

    /// <summary>Makes the instruments.</summary>
    public SmsMeters()
    {
        _texts = _meter.CreateCounter<long>("alertautomaton.sms.texts", description: "Texts handed to gateways, by outcome");
        _segments = _meter.CreateCounter<long>("alertautomaton.sms.segments", description: "Segments that gateways took");
        _receipts = _meter.CreateCounter<long>("alertautomaton.sms.receipts", description: "Receipts that came, by state");
        _reports = _meter.CreateCounter<long>("alertautomaton.sms.reports", description: "Receipts that settled a text, by what became of them");
        _unknown = _meter.CreateCounter<long>("alertautomaton.sms.receipts_unknown", description: "Receipts whose text was never found");
        _replies = _meter.CreateCounter<long>("alertautomaton.sms.replies", description: "Texts from residents, by what was understood");
        _inFlight = _meter.CreateUpDownCounter<int>("alertautomaton.sms.in_flight", description: "Texts that wait for the answer of their gateway");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    internal void TextBegun(string gateway) => _inFlight.Add(1, Of(gateway));

    internal void TextEnded(string gateway, AttemptOutcome outcome, int segments)
    {
        _inFlight.Add(-1, Of(gateway));
        _texts.Add(1, Of(gateway), new KeyValuePair<string, object?>("outcome", outcome));
        _segments.Add(segments, Of(gateway));
    }

    internal void ReceiptTaken(string gateway, MessageState state) => _receipts.Add(1, Of(gateway), new KeyValuePair<string, object?>("state", state));

    internal void ReceiptReported(string gateway, ReportVerdict verdict) => _reports.Add(1, Of(gateway), new KeyValuePair<string, object?>("verdict", verdict));

    internal void ReceiptUnknown(string gateway) => _unknown.Add(1, Of(gateway));

    internal void Reply(string gateway, string understood) => _replies.Add(1, Of(gateway), new KeyValuePair<string, object?>("understood", understood));

    private static KeyValuePair<string, object?> Of(string gateway) => new("gateway", gateway);
}
