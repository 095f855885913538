using System.Globalization;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Tracing;

/// <summary>One line for each PDU without password, text and full numbers: only what is on its list of harmless fields is shown.</summary>
public static class SmppTraceRedactor
{
    /// <summary>Describes a PDU.</summary>
    public static string Describe(SmppPdu pdu)
    {
        var detail = pdu switch
        {
            BindRequest bind => $"system_id={bind.SystemId} password=*** system_type={bind.SystemType}",
            BindResponse bound => $"system_id={bound.SystemId}",
            SmppMessage message => string.Create(
                CultureInfo.InvariantCulture,
                $"{message.Source} -> {message.Destination} esm_class=0x{message.EsmClass:X2} data_coding={message.DataCoding} "
                + $"registered_delivery={message.RegisteredDelivery} text=*** ({message.Content.Length} octets) {Tags(message.Tlvs)}"),
            DataSm data => string.Create(
                CultureInfo.InvariantCulture,
                $"{data.Source} -> {data.Destination} esm_class=0x{data.EsmClass:X2} data_coding={data.DataCoding} text=*** {Tags(data.Tlvs)}"),
            SubmitSmResp resp => $"message_id={resp.MessageId}",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{pdu.Command} {pdu.Sequence.Value} {CommandStatusTable.NameOf(pdu.Status)} {detail}")
            .ReplaceLineEndings(" ").TrimEnd();
    }

    private static string Tags(TlvList tlvs) => tlvs.Count == 0 ? "" : "tlvs=" + string.Join(',', tlvs.Take(20).Select(tlv => tlv.Tag));
}
