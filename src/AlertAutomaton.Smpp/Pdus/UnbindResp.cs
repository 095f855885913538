using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Agrees to end the session (SMPP 3.4 §4.2.2): a header only; a body that some gateways add is ignored.</summary>
/// <param name="Status">command_status.</param>
/// <param name="Sequence">sequence_number.</param>
public sealed record UnbindResp(CommandStatus Status, SequenceNumber Sequence) : SmppPdu(Status, Sequence)
{
    /// <inheritdoc/>
    public override CommandId Command => CommandId.UnbindResp;

    /// <summary>Reads it; never fails.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, out UnbindResp pdu, out PduFault fault)
    {
        _ = body;
        (pdu, fault) = (new UnbindResp(header.Status, header.Sequence), PduFault.None);
        return true;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output) => WriteHeaderTo(output);
}
