using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>A message or receipt whose text stands in message_payload (SMPP 3.4 §4.7.1).</summary>
public sealed record DataSm : SmppPdu
{
    private const int ServiceTypeOctets = 6;
    private const int AddressOctets = 65;
    private const int MostOctets = ServiceTypeOctets + 2 * (2 + AddressOctets) + 3;

    /// <summary>Makes one.</summary>
    public DataSm(SequenceNumber sequence)
        : base(CommandStatus.Ok, sequence)
    {
    }

    private DataSm(PduHeader header, ref PduReader reader)
        : base(header.Status, header.Sequence)
    {
        ServiceType = reader.ReadCString(ServiceTypeOctets, CommandStatus.InvalidServiceType, "service_type");
        Source = reader.ReadAddress(AddressOctets, CommandStatus.InvalidSourceAddress, "source_addr");
        Destination = reader.ReadAddress(AddressOctets, CommandStatus.InvalidDestinationAddress, "destination_addr");
        EsmClass = reader.ReadByte("esm_class");
        RegisteredDelivery = reader.ReadByte("registered_delivery");
        DataCoding = reader.ReadByte("data_coding");
        Tlvs = reader.ReadTlvs();
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.DataSm;

    /// <summary>service_type, up to 5 characters.</summary>
    public string ServiceType { get; init; } = "";

    /// <summary>Who sends, up to 64 characters.</summary>
    public SmppAddress Source { get; init; } = SmppAddress.None;

    /// <summary>Who receives, up to 64 characters.</summary>
    public SmppAddress Destination { get; init; } = SmppAddress.None;

    /// <summary>esm_class (§5.2.12).</summary>
    public byte EsmClass { get; init; }

    /// <summary>registered_delivery (§5.2.17).</summary>
    public byte RegisteredDelivery { get; init; }

    /// <summary>data_coding (§5.2.19).</summary>
    public byte DataCoding { get; init; }

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; } = TlvList.Empty;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out DataSm? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new DataSm(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output)
    {
        var writer = new PduWriter(output, this, MostOctets + Tlvs.EncodedLength);
        writer.WriteCString(ServiceType, ServiceTypeOctets);
        writer.WriteAddress(Source, AddressOctets);
        writer.WriteAddress(Destination, AddressOctets);
        writer.WriteByte(EsmClass);
        writer.WriteByte(RegisteredDelivery);
        writer.WriteByte(DataCoding);
        writer.WriteTlvs(Tlvs);
        writer.End();
    }

    /// <summary>Masked addresses, never the text.</summary>
    public override string ToString() => $"{Command} {Sequence.Value} {Source} to {Destination}";
}
