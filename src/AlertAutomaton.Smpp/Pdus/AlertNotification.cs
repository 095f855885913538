using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Tells that a subscriber can be reached again; has no response (SMPP 3.4 §4.12.1): a header only; a body that some gateways add is ignored.</summary>
/// <param name="Sequence">sequence_number.</param>
public sealed record AlertNotification(SequenceNumber Sequence) : SmppPdu(CommandStatus.Ok, Sequence)
{
    /// <inheritdoc/>
    public override CommandId Command => CommandId.AlertNotification;

    /// <summary>Reads it; never fails.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, out AlertNotification pdu, out PduFault fault)
    {
        _ = body;
        (pdu, fault) = (new AlertNotification(header.Sequence), PduFault.None);
        return true;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output) => WriteHeaderTo(output);
}
