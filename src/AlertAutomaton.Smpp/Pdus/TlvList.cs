using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>The optional parameters of a PDU in their order (SMPP 3.4 §3.2.4). Unknown ones are kept. Immutable, equal by content.</summary>
/// <param name="items">The parameters; not changed afterwards.</param>
public sealed class TlvList(params Tlv[] items) : IReadOnlyList<Tlv>, IEquatable<TlvList>
{
    // A stray octet or two between the fields and the parameters, or after them, is sent by real gateways.
    private const int MostStrayOctets = 3;

    private readonly Tlv[] _items = items;

    /// <summary>No parameters.</summary>
    public static TlvList Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <summary>Octets on the wire.</summary>
    public int EncodedLength
    {
        get
        {
            var length = 0;
            foreach (var item in _items)
            {
                length += Tlv.HeaderLength + item.Value.Length;
            }

            return length;
        }
    }

    /// <inheritdoc/>
    public Tlv this[int index] => _items[index];

    /// <summary>
    /// Reads what follows the fields of a PDU. Up to three octets that are left over at the end are ignored, as are up to three NULs before
    /// the first parameter; false when a length points beyond the end.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> source, out TlvList list)
    {
        for (var skipped = 0; ; skipped++)
        {
            if (TryParseExactly(source[skipped..], out list))
            {
                return true;
            }

            if (skipped == MostStrayOctets || source[skipped] != 0)
            {
                return false;
            }
        }
    }

    /// <summary>Writes the parameters; gives the octets written.</summary>
    /// <param name="target">At least <see cref="EncodedLength"/> octets.</param>
    public int WriteTo(Span<byte> target)
    {
        var offset = 0;
        foreach (var item in _items)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target[offset..], (ushort)item.Tag);
            BinaryPrimitives.WriteUInt16BigEndian(target[(offset + 2)..], (ushort)item.Value.Length);
            item.Value.Span.CopyTo(target[(offset + Tlv.HeaderLength)..]);
            offset += Tlv.HeaderLength + item.Value.Length;
        }

        return offset;
    }

    /// <summary>The first parameter with the tag.</summary>
    public bool TryGet(TlvTag tag, out OctetString value)
    {
        foreach (var item in _items)
        {
            if (item.Tag == tag)
            {
                value = item.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>A C-octet string in Latin-1, its NUL optional; null when absent.</summary>
    public string? GetString(TlvTag tag)
    {
        if (!TryGet(tag, out var value))
        {
            return null;
        }

        var end = value.Span.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? value.Span : value.Span[..end]);
    }

    /// <summary>An integer of one to four octets (some gateways send more than the specification asks); null when absent or longer.</summary>
    public uint? GetInteger(TlvTag tag)
    {
        if (!TryGet(tag, out var value) || value.Length is 0 or > 4)
        {
            return null;
        }

        var number = 0u;
        foreach (var octet in value.Span)
        {
            number = number << 8 | octet;
        }

        return number;
    }

    /// <summary>The list with more at its end.</summary>
    public TlvList With(params ReadOnlySpan<Tlv> more) => new([.. _items, .. more]);

    /// <inheritdoc/>
    public bool Equals(TlvList? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TlvList);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<Tlv> GetEnumerator() => ((IEnumerable<Tlv>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    private static bool TryParseExactly(ReadOnlySpan<byte> source, out TlvList list)
    {
        list = Empty;
        if (source.Length < Tlv.HeaderLength)
        {
            return true;
        }

        var items = new List<Tlv>();
        while (source.Length >= Tlv.HeaderLength)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(source[2..]);
            if (source.Length - Tlv.HeaderLength < length)
            {
                return false;
            }

            items.Add(new Tlv((TlvTag)BinaryPrimitives.ReadUInt16BigEndian(source), OctetString.CopyOf(source.Slice(Tlv.HeaderLength, length))));
            source = source[(Tlv.HeaderLength + length)..];
        }

        list = new TlvList([.. items]);
        return true;
    }
}
