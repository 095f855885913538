using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Receipts;
using AlertAutomaton.Channels.Sms.Texts;
using AlertAutomaton.Smpp.Text;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Sms;

/// <summary>Texts a resident over the gateway in use, and names how that ended. What follows later comes by receipts and replies.</summary>
public sealed class SmsChannel : IDeliveryChannel
{
    private readonly GatewayPool _pool;
    private readonly TextReceipts _receipts;
    private readonly SmsChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly SmsMeters _meters;
    private readonly ILogger<SmsChannel> _log;

    /// <summary>Makes the channel over the configured gateways.</summary>
    /// <param name="pool">The gateways.</param>
    /// <param name="receipts">Told of every text whose receipt is awaited.</param>
    /// <param name="options">How texts are sent.</param>
    /// <param name="time">The clock.</param>
    /// <param name="meters">What is counted.</param>
    /// <param name="log">Where trouble goes.</param>
    public SmsChannel(
        GatewayPool pool, TextReceipts receipts, SmsChannelOptions options, TimeProvider time, SmsMeters meters, ILogger<SmsChannel> log)
    {
        _pool = pool;
        _receipts = receipts;
        _options = options;
        _time = time;
        _meters = meters;
        _log = log;
    }

    /// <inheritdoc/>
    public event Action? CapacityChanged
    {
        add => _pool.CapacityChanged += value;
        remove => _pool.CapacityChanged -= value;
    }

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Sms;

    /// <inheritdoc/>
    public string RouteOf(in RouteRequest request) => _pool.RouteOf(request.Point.Number, request.AvoidLine);

    /// <inheritdoc/>
    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        var isFree = _pool.TryReserve(route, out var place);
        reservation = place;
        return isFree;
    }

    /// <inheritdoc/>
    public ChannelCapacity CapacityOf(string route)
    {
        var (texts, perSecond) = _pool.CapacityOf(route, _options.AssumedSegments);
        return new ChannelCapacity(texts, perSecond);
    }

    /// <inheritdoc/>
    public async Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
    {
        var reservation = (GatewayReservation)line;
        var gateway = reservation.Gateway.Options;
        var text = SmsComposer.Compose(order, StyleOf(order.Alert, gateway));
        var size = SmsMeasure.Of(text, gateway.Encoding);
        if (size.Segments > gateway.MostSegments)
        {
            SmsLog.TextTooLong(_log, order.Attempt.Value, size.Segments, gateway.Name, gateway.MostSegments);
            return new AttemptResult { Outcome = AttemptOutcome.Rejected, Detail = $"the text takes {size.Segments} segments, more than the {gateway.MostSegments} allowed" };
        }

        reservation.Charge(size.Segments);
        _meters.TextBegun(gateway.Name);
        var result = new AttemptResult { Outcome = AttemptOutcome.Network, Detail = "fault of the gateway" };
        try
        {
            var outgoing = new OutgoingText(
                order.Point.Number, text, ValidityOf(order.Alert), IsUrgent: order.Alert.Policy.Purpose == AlertPurpose.Vital, gateway.SendsReceipts);
            var answer = await reservation.Gateway.SubmitAsync(outgoing, stop);
            var pieces = gateway.Encoding.Concatenation == SmsConcatenation.MessagePayload ? 1 : size.Segments;
            result = SubmitJudge.Judge(answer, gateway.Name, pieces, size.Segments, stop.IsCancellationRequested);
            if (result.References.Count > 0)
            {
                _receipts.Await(order.Attempt, gateway.Name, result.Outcome == AttemptOutcome.Submitted ? pieces : 0);
            }
        }
        finally
        {
            _meters.TextEnded(gateway.Name, result.Outcome, result.Units);
        }

        if (result.Outcome == AttemptOutcome.Unknown)
        {
            SmsLog.TextUnknown(_log, order.Attempt.Value, gateway.Name, result.Detail);
        }

        return result;
    }

    private SmsStyle StyleOf(Alert alert, GatewayOptions gateway) => new()
    {
        OrganisationName = _options.OrganisationName(alert.Organisation),
        BaseUrl = _options.BaseUrl,
        TakesReplies = gateway.TakesReplies,
        Encoding = gateway.Encoding,
    };

    /// <summary>What is left of the alert: a text that arrives after it would only frighten.</summary>
    private TimeSpan ValidityOf(Alert alert)
    {
        var left = alert.ExpiresAt - _time.GetUtcNow();
        left = left > _options.LongestValidity ? _options.LongestValidity : left;
        return left < _options.ShortestValidity ? _options.ShortestValidity : left;
    }
}
