using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Answers deliver_sm; its message_id is unused (SMPP 3.4 §4.6.2).</summary>
public sealed record DeliverSmResp : SmppPdu
{
    // 65 octets by the specification; longer ids are seen.
    private const int MessageIdOctets = 256;

    /// <summary>Makes one.</summary>
    public DeliverSmResp(CommandStatus status, SequenceNumber sequence)
        : base(status, sequence)
    {
    }

    private DeliverSmResp(PduHeader header, ref PduReader reader)
        : base(header.Status, header.Sequence)
    {
        MessageId = reader.ReadLastCString(MessageIdOctets, "message_id");
        Tlvs = reader.ReadTlvs();
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.DeliverSmResp;

    /// <summary>message_id: opaque, up to 255 characters, empty when it did not come.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Optional parameters.</summary>
    public TlvList Tlvs { get; init; } = TlvList.Empty;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out DeliverSmResp? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new DeliverSmResp(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output)
    {
        var writer = new PduWriter(output, this, MessageIdOctets + Tlvs.EncodedLength);
        writer.WriteCString(MessageId, MessageIdOctets);
        writer.WriteTlvs(Tlvs);
        writer.End();
    }
}
