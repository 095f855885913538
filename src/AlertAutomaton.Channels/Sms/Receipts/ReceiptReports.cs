using System.Globalization;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>What a receipt says in the words of the engine. Pure.</summary>
internal static class ReceiptReports
{
    private const int LongestError = 16;
    private const byte GsmNetwork = 3;
    private const ushort UnknownSubscriber = 1;

    /// <summary>The report; null when the receipt settles nothing: not final, or the SMSC itself does not know.</summary>
    public static DeliveryReport? Of(DeliveryReceipt receipt, GatewayOptions gateway) => receipt.State switch
    {
        MessageState.Delivered => new DeliveryReport(AttemptOutcome.Delivered, Detail(receipt, "DELIVRD")),
        MessageState.Expired => new DeliveryReport(AttemptOutcome.Expired, Detail(receipt, "EXPIRED")),
        MessageState.Undeliverable when IsUnknownSubscriber(receipt, gateway) => new DeliveryReport(AttemptOutcome.InvalidNumber, Detail(receipt, "UNDELIV")),
        MessageState.Undeliverable => new DeliveryReport(AttemptOutcome.Rejected, Detail(receipt, "UNDELIV")),
        MessageState.Rejected => new DeliveryReport(AttemptOutcome.Rejected, Detail(receipt, "REJECTD")),
        MessageState.Deleted => new DeliveryReport(AttemptOutcome.Rejected, Detail(receipt, "DELETED")),
        MessageState.Skipped => new DeliveryReport(AttemptOutcome.Rejected, Detail(receipt, "SKIPPED")),
        _ => null,
    };

    // 3GPP TS 29.002: user error 1 is unknownSubscriber. The text's own codes mean something else at every vendor, so they are configured.
    private static bool IsUnknownSubscriber(DeliveryReceipt receipt, GatewayOptions gateway) =>
        receipt.NetworkError is { NetworkType: GsmNetwork, Code: UnknownSubscriber }
        || (receipt.Error is { } error && gateway.UnknownSubscriberErrors.Contains(error, StringComparer.OrdinalIgnoreCase));

    private static string Detail(DeliveryReceipt receipt, string state)
    {
        // The text's code came from outside and goes into journals and logs.
        var error = receipt.NetworkError is { } network
            ? string.Create(CultureInfo.InvariantCulture, $"{network.NetworkType}/{network.Code}")
            : string.Concat((receipt.Error ?? string.Empty).Where(char.IsAsciiLetterOrDigit).Take(LongestError));
        return receipt.State == MessageState.Delivered || error.Length == 0 ? state : $"{state}, error {error}";
    }
}
