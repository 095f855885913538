using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Text;

/// <summary>
/// Turns a text into what submit_sm carries (3GPP TS 23.038, TS 23.040 §9.2.3.24; SMPP 3.4 §5.2.19). Text outside the default alphabet goes to
/// UCS-2, never to a replacement character; nothing is cut inside an escape pair or a surrogate pair.
/// </summary>
public static class SmsEncoder
{
    private const byte Latin1DataCoding = 3;
    private const byte Ucs2DataCoding = 8;

    /// <summary>Encodes a text that is known to fit.</summary>
    /// <exception cref="ArgumentException">It takes more than 255 segments; <see cref="SmsMeasure"/> says so before.</exception>
    public static EncodedSms Encode(string text, SmsTextOptions? options = null, ushort reference = 1) =>
        TryEncode(text, options, reference, out var encoded) ? encoded : throw new ArgumentException("The text takes more than 255 segments.", nameof(text));

    /// <summary>Encodes a text; false when it takes more than 255 segments, or more octets than a message_payload holds.</summary>
    /// <param name="text">The text; empty is allowed.</param>
    /// <param name="options">How the gateway wants it.</param>
    /// <param name="reference">Ties segments together; texts to one number on their way at one time should differ in the lower octet.</param>
    /// <param name="encoded">What to submit.</param>
    public static bool TryEncode(string text, SmsTextOptions? options, ushort reference, [NotNullWhen(true)] out EncodedSms? encoded)
    {
        options ??= SmsTextOptions.Default;
        if (options.ReplaceTypographic)
        {
            text = TypographicReplacement.Apply(text);
            options = options with { ReplaceTypographic = false };
        }

        var size = SmsMeasure.Of(text, options);
        encoded = null;
        if (size.Segments > SmsSegmentation.MostSegments)
        {
            return false;
        }

        var dataCoding = size.Encoding switch { SmsEncoding.Ucs2 => Ucs2DataCoding, SmsEncoding.Latin1 => Latin1DataCoding, _ => (byte)0 };
        var segments = size.Segments == 1
            ? [new SmsSegment(Octets([], text, size.Encoding, options), HasUserDataHeader: false, TlvList.Empty, 1, 1)]
            : options.Concatenation == SmsConcatenation.MessagePayload
                ? [Payload(text, size.Encoding, options)]
                : Cut(text, size, options, reference);
        encoded = new EncodedSms(dataCoding, segments, size);
        return true;
    }

    private static SmsSegment Payload(string text, SmsEncoding encoding, SmsTextOptions options) =>
        new(OctetString.Empty, HasUserDataHeader: false, new TlvList(new Tlv(TlvTag.MessagePayload, Octets([], text, encoding, options))), 1, 1);

    private static SmsSegment[] Cut(string text, SmsSize size, SmsTextOptions options, ushort reference)
    {
        var (_, part) = SmsSegmentation.CapacityOf(size.Encoding, options.Concatenation);
        var segments = new SmsSegment[size.Segments];
        for (int number = 1, start = 0; number <= segments.Length; number++)
        {
            var (end, _) = SmsSegmentation.EndOf(text, start, part, size.Encoding);
            var header = HeaderOf(options.Concatenation, reference, segments.Length, number);
            segments[number - 1] = new SmsSegment(
                Octets(header, text.AsSpan(start, end - start), size.Encoding, options),
                header.Length > 0,
                header.Length > 0 ? TlvList.Empty : SegmentationOf(reference, segments.Length, number),
                number,
                segments.Length);
            start = end;
        }

        return segments;
    }

    // TS 23.040 §9.2.3.24.1 and §9.2.3.24.8: length of the header, element, its length, reference, total, number.
    private static byte[] HeaderOf(SmsConcatenation concatenation, ushort reference, int total, int number) => concatenation switch
    {
        SmsConcatenation.UserDataHeader8 => [5, UserDataHeader.Concatenation8, 3, (byte)reference, (byte)total, (byte)number],
        SmsConcatenation.UserDataHeader16 =>
            [6, UserDataHeader.Concatenation16, 4, (byte)(reference >> 8), (byte)reference, (byte)total, (byte)number],
        _ => [],
    };

    // The reference stays in one octet, so that a gateway can build the short header for which the text was cut.
    private static TlvList SegmentationOf(ushort reference, int total, int number) => new(
        Tlv.OfUInt16(TlvTag.SarMsgRefNum, (byte)reference),
        Tlv.OfByte(TlvTag.SarTotalSegments, (byte)total),
        Tlv.OfByte(TlvTag.SarSegmentSeqnum, (byte)number));

    private static OctetString Octets(ReadOnlySpan<byte> header, ReadOnlySpan<char> text, SmsEncoding encoding, SmsTextOptions options)
    {
        var octets = new byte[header.Length + text.Length * 2];
        header.CopyTo(octets);
        var length = header.Length;
        foreach (var character in text)
        {
            length += Put(character, octets.AsSpan(length), encoding, options.DefaultAlphabet);
        }

        return new OctetString(octets.AsMemory(0, length));
    }

    private static int Put(char character, Span<byte> target, SmsEncoding encoding, SmsDefaultAlphabet alphabet)
    {
        if (encoding == SmsEncoding.Gsm && alphabet == SmsDefaultAlphabet.Gsm)
        {
            return GsmAlphabet.Encode(character, target);
        }

        if (encoding != SmsEncoding.Ucs2)
        {
            target[0] = (byte)character;
            return 1;
        }

        BinaryPrimitives.WriteUInt16BigEndian(target, character);
        return 2;
    }
}
