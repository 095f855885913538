using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Asks whether the far end is there (SMPP 3.4 §4.11.1): a header only; a body that some gateways add is ignored.</summary>
/// <param name="Sequence">sequence_number.</param>
public sealed record EnquireLink(SequenceNumber Sequence) : SmppPdu(CommandStatus.Ok, Sequence)
{
    /// <inheritdoc/>
    public override CommandId Command => CommandId.EnquireLink;

    /// <summary>Reads it; never fails.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, out EnquireLink pdu, out PduFault fault)
    {
        _ = body;
        (pdu, fault) = (new EnquireLink(header.Sequence), PduFault.None);
        return true;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output) => WriteHeaderTo(output);
}
