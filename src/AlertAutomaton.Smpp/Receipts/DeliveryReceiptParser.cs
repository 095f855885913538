using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Smpp.Receipts;

/// <summary>
/// Reads a delivery receipt: parameters first (SMPP 3.4 §5.3.2.12, §5.3.2.35), then the text that Appendix B describes and every vendor writes
/// his way. A message counts as a receipt only by esm_class or by receipted_message_id, so that nobody can forge one by texting it.
/// </summary>
public static class DeliveryReceiptParser
{
    /// <summary>Whether deliver_sm or data_sm with these marks is a receipt and no reply.</summary>
    public static bool IsReceipt(byte esmClass, TlvList tlvs) => EsmClass.IsReceipt(esmClass) || tlvs.TryGet(TlvTag.ReceiptedMessageId, out _);

    /// <summary>Reads a deliver_sm; false when it is no receipt or names no message.</summary>
    public static bool TryParse(DeliverSm message, SmsDefaultAlphabet alphabet, [NotNullWhen(true)] out DeliveryReceipt? receipt)
    {
        receipt = null;
        return IsReceipt(message.EsmClass, message.Tlvs)
            && TryParse(SmsDecoder.Decode(message, alphabet).Text, message.Tlvs, out receipt);
    }

    /// <summary>Reads a data_sm; false when it is no receipt or names no message.</summary>
    public static bool TryParse(DataSm message, SmsDefaultAlphabet alphabet, [NotNullWhen(true)] out DeliveryReceipt? receipt)
    {
        receipt = null;
        _ = message.Tlvs.TryGet(TlvTag.MessagePayload, out var payload);
        return IsReceipt(message.EsmClass, message.Tlvs)
            && TryParse(SmsDecoder.DecodeText(message.DataCoding, payload.Span, alphabet).Text, message.Tlvs, out receipt);
    }

    /// <summary>Reads text and parameters of what is known to be a receipt; false when neither names a message and its state.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TlvList tlvs, [NotNullWhen(true)] out DeliveryReceipt? receipt)
    {
        receipt = null;
        var fields = ReceiptText.Read(text);
        var id = tlvs.GetString(TlvTag.ReceiptedMessageId) is { Length: > 0 } told ? told : fields.Id;
        var state = StateOf(tlvs.GetInteger(TlvTag.MessageState)) ?? ReceiptText.StateOf(fields.State);
        if (string.IsNullOrEmpty(id) || state is null)
        {
            return false;
        }

        receipt = new DeliveryReceipt
        {
            MessageId = id,
            State = state.Value,
            Error = fields.Error,
            NetworkError = NetworkErrorCode.Of(tlvs),
            SubmittedAt = ReceiptDate.Parse(fields.SubmitDate),
            DoneAt = ReceiptDate.Parse(fields.DoneDate),
        };
        return true;
    }

    private static MessageState? StateOf(uint? value) => value is <= (uint)MessageState.Skipped ? (MessageState)value : null;
}
