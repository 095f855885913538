using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Says that we are there (SMPP 3.4 §4.11.2): a header only; a body that some gateways add is ignored.</summary>
/// <param name="Status">command_status.</param>
/// <param name="Sequence">sequence_number.</param>
public sealed record EnquireLinkResp(CommandStatus Status, SequenceNumber Sequence) : SmppPdu(Status, Sequence)
{
    /// <inheritdoc/>
    public override CommandId Command => CommandId.EnquireLinkResp;

    /// <summary>Reads it; never fails.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, out EnquireLinkResp pdu, out PduFault fault)
    {
        _ = body;
        (pdu, fault) = (new EnquireLinkResp(header.Status, header.Sequence), PduFault.None);
        return true;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output) => WriteHeaderTo(output);
}
