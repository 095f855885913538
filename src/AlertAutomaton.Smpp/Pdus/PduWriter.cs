using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Writes one PDU into the room of a buffer writer and sets its length at the end.</summary>
internal ref struct PduWriter
{
    private readonly IBufferWriter<byte> _output;
    private readonly Span<byte> _room;
    private int _length;

    /// <summary>Begins a PDU with its header.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="pdu">Gives command, status and sequence.</param>
    /// <param name="mostOctets">A body is never longer.</param>
    public PduWriter(IBufferWriter<byte> output, SmppPdu pdu, int mostOctets)
    {
        _output = output;
        _room = output.GetSpan(PduHeader.Length + mostOctets);
        new PduHeader(0, pdu.Command, pdu.Status, pdu.Sequence).WriteTo(_room);
        _length = PduHeader.Length;
    }

    public void WriteByte(byte value) => _room[_length++] = value;

    /// <summary>A C-octet string, cut at its bound or at a NUL inside; characters outside Latin-1 become question marks.</summary>
    public void WriteCString(string value, int maximum)
    {
        var text = value.AsSpan();
        var end = text.IndexOf('\0');
        text = text[..Math.Min(end < 0 ? text.Length : end, maximum - 1)];
        _length += Encoding.Latin1.GetBytes(text, _room[_length..]);
        _room[_length++] = 0;
    }

    public void WriteOctets(ReadOnlySpan<byte> value)
    {
        value.CopyTo(_room[_length..]);
        _length += value.Length;
    }

    public void WriteAddress(SmppAddress address, int maximum)
    {
        WriteByte((byte)address.Ton);
        WriteByte((byte)address.Npi);
        WriteCString(address.Value, maximum);
    }

    public void WriteTlvs(TlvList list) => _length += list.WriteTo(_room[_length..]);

    public readonly void End()
    {
        BinaryPrimitives.WriteUInt32BigEndian(_room, (uint)_length);
        _output.Advance(_length);
    }
}
