using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>The body that the responses to the three binds share (SMPP 3.4 §4.1). A refusal may come without a body.</summary>
public abstract record BindResponse : SmppPdu
{
    private const int SystemIdOctets = 16;
    private const int LongestSystemIdOctets = 65;

    private protected BindResponse(CommandStatus status, SequenceNumber sequence)
        : base(status, sequence)
    {
    }

    private protected BindResponse(PduHeader header, ref PduReader reader)
        : base(header.Status, header.Sequence)
    {
        SystemId = reader.ReadLastCString(LongestSystemIdOctets, "system_id");
        Tlvs = reader.ReadTlvs();
    }

    /// <summary>The far end's name; 15 characters by the specification, up to 64 are taken.</summary>
    public string SystemId { get; init; } = "";

    /// <summary>Optional parameters, sc_interface_version among them.</summary>
    public TlvList Tlvs { get; init; } = TlvList.Empty;

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output)
    {
        var writer = new PduWriter(output, this, LongestSystemIdOctets + Tlvs.EncodedLength);
        writer.WriteCString(SystemId, SystemId.Length < SystemIdOctets ? SystemIdOctets : LongestSystemIdOctets);
        writer.WriteTlvs(Tlvs);
        writer.End();
    }
}
