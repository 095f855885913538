using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>One PDU: a closed family, one file each.</summary>
/// <param name="Status">command_status; <see cref="CommandStatus.Ok"/> in requests.</param>
/// <param name="Sequence">sequence_number.</param>
public abstract record SmppPdu(CommandStatus Status, SequenceNumber Sequence)
{
    /// <summary>command_id.</summary>
    public abstract CommandId Command { get; }

    /// <summary>Writes the PDU with its header. Strings are cut at the bounds of the specification.</summary>
    public abstract void WriteTo(IBufferWriter<byte> output);

    private protected void WriteHeaderTo(IBufferWriter<byte> output) => new PduHeader(PduHeader.Length, Command, Status, Sequence).WriteTo(output);
}
