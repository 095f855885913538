using System.Buffers.Binary;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>One optional parameter: tag, length, value (SMPP 3.4 §3.2.4.1).</summary>
/// <param name="Tag">Which; unknown ones are kept.</param>
/// <param name="Value">Up to 65,535 octets.</param>
public readonly record struct Tlv(TlvTag Tag, OctetString Value)
{
    /// <summary>Octets of tag and length.</summary>
    public const int HeaderLength = 4;

    /// <summary>An integer of one octet.</summary>
    public static Tlv OfByte(TlvTag tag, byte value) => new(tag, new OctetString(new[] { value }));

    /// <summary>An integer of two octets.</summary>
    public static Tlv OfUInt16(TlvTag tag, ushort value)
    {
        var octets = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, value);
        return new Tlv(tag, new OctetString(octets));
    }

    /// <summary>A C-octet string with its NUL, in Latin-1.</summary>
    public static Tlv OfCString(TlvTag tag, string value)
    {
        var octets = new byte[value.Length + 1];
        _ = System.Text.Encoding.Latin1.GetBytes(value, octets);
        return new Tlv(tag, new OctetString(octets));
    }
}
