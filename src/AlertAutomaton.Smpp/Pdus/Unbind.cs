using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Asks to end the session (SMPP 3.4 §4.2.1): a header only; a body that some gateways add is ignored.</summary>
/// <param name="Sequence">sequence_number.</param>
public sealed record Unbind(SequenceNumber Sequence) : SmppPdu(CommandStatus.Ok, Sequence)
{
    /// <inheritdoc/>
    public override CommandId Command => CommandId.Unbind;

    /// <summary>Reads it; never fails.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, out Unbind pdu, out PduFault fault)
    {
        _ = body;
        (pdu, fault) = (new Unbind(header.Sequence), PduFault.None);
        return true;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output) => WriteHeaderTo(output);
}
