using System.Globalization;
using System.Text;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Lab.Smsc;

/// <summary>Writes ids and receipts in the manner of an SMSC (SMPP 3.4 Appendix B). Pure.</summary>
internal static class ReceiptWriter
{
    /// <summary>The id in the response to submit_sm.</summary>
    public static string ResponseId(long id, ReceiptManners manners) =>
        id.ToString(manners.HasFlag(ReceiptManners.HexThenDecimal) ? "x" : "d", CultureInfo.InvariantCulture);

    /// <summary>The deliver_sm that carries a receipt.</summary>
    /// <param name="submitted">What it speaks of.</param>
    /// <param name="id">The id.</param>
    /// <param name="state">The state.</param>
    /// <param name="error">The error code.</param>
    /// <param name="manners">How it is written.</param>
    /// <param name="now">The moment.</param>
    public static DeliverSm Receipt(SubmitSm submitted, long id, MessageState state, string error, ReceiptManners manners, DateTimeOffset now)
    {
        string receiptId = id.ToString(manners.HasFlag(ReceiptManners.HexThenDecimal) ? "d10" : "d", CultureInfo.InvariantCulture);
        bool only = manners.HasFlag(ReceiptManners.ParametersOnly);
        return new DeliverSm(SequenceNumber.First)
        {
            Source = submitted.Destination,
            Destination = submitted.Source,
            EsmClass = EsmClass.DeliveryReceipt,
            ShortMessage = only ? OctetString.Empty : new OctetString(Encoding.ASCII.GetBytes(Text(receiptId, state, error, manners, now))),
            Tlvs = only
                ? new TlvList(
                    Tlv.OfCString(TlvTag.ReceiptedMessageId, receiptId),
                    Tlv.OfByte(TlvTag.MessageState, (byte)state))
                : TlvList.Empty,
        };
    }

    private static string Text(string id, MessageState state, string error, ReceiptManners manners, DateTimeOffset now)
    {
        string word = state switch
        {
            MessageState.Delivered => "DELIVRD",
            MessageState.Expired => "EXPIRED",
            MessageState.Accepted => "ACCEPTD",
            _ => "UNDELIV",
        };
        string date = now.UtcDateTime.ToString("yyMMddHHmm", CultureInfo.InvariantCulture);
        string delivered = state == MessageState.Delivered ? "001" : "000";
        return manners.HasFlag(ReceiptManners.WithoutFields)
            ? $"id:{id} stat:{word}"
            : $"id:{id} sub:001 dlvrd:{delivered} submit date:{date} done date:{date} stat:{word} err:{error} text:";
    }
}
