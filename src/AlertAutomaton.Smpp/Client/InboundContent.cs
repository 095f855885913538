using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Client;

/// <summary>What deliver_sm and data_sm have in common.</summary>
internal readonly record struct InboundContent(SmppAddress Source, SmppAddress Destination, byte EsmClass, byte DataCoding, OctetString Octets, TlvList Tlvs)
{
    public static InboundContent Of(SmppPdu pdu)
    {
        if (pdu is SmppMessage message)
        {
            return new InboundContent(message.Source, message.Destination, message.EsmClass, message.DataCoding, message.Content, message.Tlvs);
        }

        var data = (DataSm)pdu;
        _ = data.Tlvs.TryGet(TlvTag.MessagePayload, out var payload);
        return new InboundContent(data.Source, data.Destination, data.EsmClass, data.DataCoding, payload, data.Tlvs);
    }
}
