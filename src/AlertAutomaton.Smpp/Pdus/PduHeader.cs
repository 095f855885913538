using System.Buffers;
using System.Buffers.Binary;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>The 16 octets that every PDU begins with (SMPP 3.4 §3.2).</summary>
/// <param name="CommandLength">Octets of the whole PDU, header included.</param>
/// <param name="Command">Which PDU.</param>
/// <param name="Status">0 in requests.</param>
/// <param name="Sequence">Ties a response to its request.</param>
public readonly record struct PduHeader(uint CommandLength, CommandId Command, CommandStatus Status, SequenceNumber Sequence)
{
    /// <summary>Octets on the wire.</summary>
    public const int Length = 16;

    /// <summary>Reads the header; false when there are fewer than 16 octets.</summary>
    public static bool TryParse(ReadOnlySpan<byte> source, out PduHeader header)
    {
        header = default;
        if (source.Length < Length)
        {
            return false;
        }

        header = new PduHeader(
            BinaryPrimitives.ReadUInt32BigEndian(source),
            (CommandId)BinaryPrimitives.ReadUInt32BigEndian(source[4..]),
            (CommandStatus)BinaryPrimitives.ReadUInt32BigEndian(source[8..]),
            new SequenceNumber(BinaryPrimitives.ReadUInt32BigEndian(source[12..])));
        return true;
    }

    /// <summary>Writes the header.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        WriteTo(output.GetSpan(Length));
        output.Advance(Length);
    }

    internal void WriteTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target, CommandLength);
        BinaryPrimitives.WriteUInt32BigEndian(target[4..], (uint)Command);
        BinaryPrimitives.WriteUInt32BigEndian(target[8..], (uint)Status);
        BinaryPrimitives.WriteUInt32BigEndian(target[12..], Sequence.Value);
    }
}
