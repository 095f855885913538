using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>The body that submit_sm and deliver_sm share (SMPP 3.4 §4.4.1, §4.6.1).</summary>
public abstract record SmppMessage : SmppPdu
{
    /// <summary>The longest short_message; longer text goes into message_payload (§5.2.22).</summary>
    public const int LongestShortMessage = 254;

    private const int ServiceTypeOctets = 6;
    private const int AddressOctets = 21;
    private const int TimeOctets = 17;
    private const int MostOctets = ServiceTypeOctets + 2 * (2 + AddressOctets) + 2 * TimeOctets + 8 + 255;

    private protected SmppMessage(SequenceNumber sequence)
        : base(CommandStatus.Ok, sequence)
    {
    }

    private protected SmppMessage(PduHeader header, ref PduReader reader)
        : base(header.Status, header.Sequence)
    {
        ServiceType = reader.ReadCString(ServiceTypeOctets, CommandStatus.InvalidServiceType, "service_type");
        Source = reader.ReadAddress(AddressOctets, CommandStatus.InvalidSourceAddress, "source_addr");
        Destination = reader.ReadAddress(AddressOctets, CommandStatus.InvalidDestinationAddress, "destination_addr");
        EsmClass = reader.ReadByte("esm_class");
        ProtocolId = reader.ReadByte("protocol_id");
        PriorityFlag = reader.ReadByte("priority_flag");
        ScheduleDeliveryTime = reader.ReadCString(TimeOctets, CommandStatus.InvalidSchedule, "schedule_delivery_time");
        ValidityPeriod = reader.ReadCString(TimeOctets, CommandStatus.InvalidExpiry, "validity_period");
        RegisteredDelivery = reader.ReadByte("registered_delivery");
        ReplaceIfPresent = reader.ReadByte("replace_if_present_flag");
        DataCoding = reader.ReadByte("data_coding");
        DefaultMessageId = reader.ReadByte("sm_default_msg_id");
        ShortMessage = reader.ReadOctets(reader.ReadByte("sm_length"), "short_message");
        Tlvs = reader.ReadTlvs();
    }

    /// <summary>service_type, up to 5 characters.</summary>
    public string ServiceType { get; init; } = "";

    /// <summary>Who sends, up to 20 characters.</summary>
    public SmppAddress Source { get; init; } = SmppAddress.None;

    /// <summary>Who receives, up to 20 characters.</summary>
    public SmppAddress Destination { get; init; } = SmppAddress.None;

    /// <summary>esm_class (§5.2.12): mode, type and features.</summary>
    public byte EsmClass { get; init; }

    /// <summary>protocol_id.</summary>
    public byte ProtocolId { get; init; }

    /// <summary>priority_flag, 0 to 3, 3 the most urgent (§5.2.14).</summary>
    public byte PriorityFlag { get; init; }

    /// <summary>schedule_delivery_time, empty for at once.</summary>
    public string ScheduleDeliveryTime { get; init; } = "";

    /// <summary>validity_period (§7.1.1), empty for the gateway's own.</summary>
    public string ValidityPeriod { get; init; } = "";

    /// <summary>registered_delivery (§5.2.17): 1 asks for a receipt of success and failure.</summary>
    public byte RegisteredDelivery { get; init; }

    /// <summary>replace_if_present_flag.</summary>
    public byte ReplaceIfPresent { get; init; }

    /// <summary>data_coding (§5.2.19).</summary>
    public byte DataCoding { get; init; }

    /// <summary>sm_default_msg_id.</summary>
    public byte DefaultMessageId { get; init; }

    /// <summary>short_message, up to 254 octets (255 are taken).</summary>
    public OctetString ShortMessage { get; init; }

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; } = TlvList.Empty;

    /// <summary>The text's octets: message_payload if there is one, else short_message.</summary>
    public OctetString Content => ShortMessage.Length == 0 && Tlvs.TryGet(TlvTag.MessagePayload, out var payload) ? payload : ShortMessage;

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output)
    {
        var writer = new PduWriter(output, this, MostOctets + Tlvs.EncodedLength);
        writer.WriteCString(ServiceType, ServiceTypeOctets);
        writer.WriteAddress(Source, AddressOctets);
        writer.WriteAddress(Destination, AddressOctets);
        writer.WriteByte(EsmClass);
        writer.WriteByte(ProtocolId);
        writer.WriteByte(PriorityFlag);
        writer.WriteCString(ScheduleDeliveryTime, TimeOctets);
        writer.WriteCString(ValidityPeriod, TimeOctets);
        writer.WriteByte(RegisteredDelivery);
        writer.WriteByte(ReplaceIfPresent);
        writer.WriteByte(DataCoding);
        writer.WriteByte(DefaultMessageId);
        writer.WriteByte((byte)ShortMessage.Length);
        writer.WriteOctets(ShortMessage.Span);
        writer.WriteTlvs(Tlvs);
        writer.End();
    }

    /// <summary>Kind and masked addresses, never the text.</summary>
    public sealed override string ToString() => $"{Command} {Sequence.Value} {Source} to {Destination}, {ShortMessage.Length} octets";
}
