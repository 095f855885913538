using System.Globalization;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>A PDU by the names and values of the specification, so that two programs can be compared.</summary>
/// <param name="Command">As in <c>submit_sm</c>.</param>
/// <param name="Status">command_status.</param>
/// <param name="Sequence">sequence_number.</param>
/// <param name="Fields">The fields of its body; short_message in hexadecimal.</param>
/// <param name="Tlvs">Tag in decimal to value in hexadecimal.</param>
internal sealed record PduFields(string Command, uint Status, uint Sequence, SortedDictionary<string, string> Fields, SortedDictionary<string, string> Tlvs)
{
    public static PduFields Of(SmppPdu pdu)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        TlvList tlvs = TlvList.Empty;
        switch (pdu)
        {
            case BindRequest bind:
                (fields["system_id"], fields["password"], fields["system_type"]) = (bind.SystemId, bind.Password, bind.SystemType);
                fields["interface_version"] = Number(bind.InterfaceVersion);
                (fields["addr_ton"], fields["addr_npi"]) = (Number((byte)bind.AddressRange.Ton), Number((byte)bind.AddressRange.Npi));
                fields["address_range"] = bind.AddressRange.Value;
                break;
            case BindResponse bound:
                (fields["system_id"], tlvs) = (bound.SystemId, bound.Tlvs);
                break;
            case SmppMessage message:
                PutAddresses(fields, message.ServiceType, message.Source, message.Destination);
                PutMessage(fields, message);
                tlvs = message.Tlvs;
                break;
            case DataSm data:
                PutAddresses(fields, data.ServiceType, data.Source, data.Destination);
                (fields["esm_class"], fields["registered_delivery"]) = (Number(data.EsmClass), Number(data.RegisteredDelivery));
                (fields["data_coding"], tlvs) = (Number(data.DataCoding), data.Tlvs);
                break;
            case SubmitSmResp response:
                (fields["message_id"], tlvs) = (response.MessageId, response.Tlvs);
                break;
            case DeliverSmResp response:
                (fields["message_id"], tlvs) = (response.MessageId, response.Tlvs);
                break;
            case DataSmResp response:
                (fields["message_id"], tlvs) = (response.MessageId, response.Tlvs);
                break;
            case Outbind outbind:
                (fields["system_id"], fields["password"]) = (outbind.SystemId, outbind.Password);
                break;
        }

        var values = new SortedDictionary<string, string>(
            tlvs.ToDictionary(tlv => Number((ushort)tlv.Tag), tlv => tlv.Value.ToString(), StringComparer.Ordinal), StringComparer.Ordinal);
        return new PduFields(NameOf(pdu.Command), (uint)pdu.Status, pdu.Sequence.Value, fields, values);
    }

    private static void PutAddresses(SortedDictionary<string, string> fields, string serviceType, SmppAddress source, SmppAddress destination)
    {
        fields["service_type"] = serviceType;
        (fields["source_addr_ton"], fields["source_addr_npi"], fields["source_addr"]) = (Number((byte)source.Ton), Number((byte)source.Npi), source.Value);
        (fields["dest_addr_ton"], fields["dest_addr_npi"]) = (Number((byte)destination.Ton), Number((byte)destination.Npi));
        fields["destination_addr"] = destination.Value;
    }

    private static void PutMessage(SortedDictionary<string, string> fields, SmppMessage message)
    {
        (fields["esm_class"], fields["protocol_id"]) = (Number(message.EsmClass), Number(message.ProtocolId));
        (fields["priority_flag"], fields["registered_delivery"]) = (Number(message.PriorityFlag), Number(message.RegisteredDelivery));
        (fields["schedule_delivery_time"], fields["validity_period"]) = (message.ScheduleDeliveryTime, message.ValidityPeriod);
        (fields["replace_if_present_flag"], fields["data_coding"]) = (Number(message.ReplaceIfPresent), Number(message.DataCoding));
        (fields["sm_default_msg_id"], fields["short_message"]) = (Number(message.DefaultMessageId), message.ShortMessage.ToString());
    }

    // SubmitSmResp is submit_sm_resp.
    private static string NameOf(CommandId command) =>
        string.Concat(command.ToString().Select((letter, place) => char.IsUpper(letter) ? (place > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
