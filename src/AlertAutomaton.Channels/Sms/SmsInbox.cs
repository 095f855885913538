using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Receipts;
using AlertAutomaton.Channels.Sms.Replies;

namespace AlertAutomaton.Channels.Sms;

/// <summary>Takes what all gateways bring in: receipts to their attempts, texts to their alerts.</summary>
/// <param name="receipts">Takes receipts.</param>
/// <param name="replies">Takes texts.</param>
public sealed class SmsInbox(TextReceipts receipts, ReplyRouter replies) : IGatewayListener
{
    /// <inheritdoc/>
    public Task<bool> TakeReceiptAsync(GatewayReceipt receipt) => receipts.TakeAsync(receipt);

    /// <inheritdoc/>
    public Task<bool> TakeTextAsync(GatewayText text) => replies.TakeAsync(text);
}
