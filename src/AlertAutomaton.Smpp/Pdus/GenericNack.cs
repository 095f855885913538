using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Answers a PDU that could not be read, and completes the request with its sequence number (SMPP 3.4 §4.3.1): a header only; a body that some gateways add is ignored.</summary>
/// <param name="Status">command_status.</param>
/// <param name="Sequence">sequence_number.</param>
public sealed record GenericNack(CommandStatus Status, SequenceNumber Sequence) : SmppPdu(Status, Sequence)
{
    /// <inheritdoc/>
    public override CommandId Command => CommandId.GenericNack;

    /// <summary>Reads it; never fails.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, out GenericNack pdu, out PduFault fault)
    {
        _ = body;
        (pdu, fault) = (new GenericNack(header.Status, header.Sequence), PduFault.None);
        return true;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output) => WriteHeaderTo(output);
}
