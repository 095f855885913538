using System.Buffers.Binary;
using System.Text;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Text;

/// <summary>
/// Reads the text of deliver_sm and data_sm in all codings that gateways send (SMPP 3.4 §5.2.19, 3GPP TS 23.038 §4). Never throws; an unknown
/// coding is read as the default alphabet.
/// </summary>
public static class SmsDecoder
{
    private const int CyrillicCodePage = 28595;
    private const int HebrewCodePage = 28598;

    /// <summary>Reads a segment with its user data header or sar_* parameters.</summary>
    /// <param name="message">deliver_sm or submit_sm.</param>
    /// <param name="alphabet">What data_coding 0 means.</param>
    public static DecodedSms Decode(SmppMessage message, SmsDefaultAlphabet alphabet = SmsDefaultAlphabet.Gsm) =>
        Decode(message.DataCoding, EsmClass.HasUserDataHeader(message.EsmClass), message.Content, message.Tlvs, alphabet);

    /// <summary>Reads a segment.</summary>
    /// <param name="dataCoding">data_coding.</param>
    /// <param name="hasUserDataHeader">Whether esm_class announces a header; one that does not add up is taken for text.</param>
    /// <param name="octets">short_message or message_payload.</param>
    /// <param name="tlvs">Optional parameters.</param>
    /// <param name="alphabet">What data_coding 0 means.</param>
    public static DecodedSms Decode(
        byte dataCoding, bool hasUserDataHeader, OctetString octets, TlvList tlvs, SmsDefaultAlphabet alphabet = SmsDefaultAlphabet.Gsm)
    {
        var part = PartOf(tlvs);
        if (hasUserDataHeader && UserDataHeader.TryParse(octets.Span, out var header))
        {
            octets = new OctetString(octets.Memory[header.Length..]);
            part = header.Part ?? part;
        }

        var (text, isBinary) = DecodeText(dataCoding, octets.Span, alphabet);
        return new DecodedSms(text, octets, part, isBinary);
    }

    /// <summary>Reads octets without header.</summary>
    public static (string Text, bool IsBinary) DecodeText(byte dataCoding, ReadOnlySpan<byte> octets, SmsDefaultAlphabet alphabet = SmsDefaultAlphabet.Gsm) =>
        dataCoding switch
        {
            1 => (Encoding.Latin1.GetString(octets), false),
            2 or 4 => DecodeOctets(octets),
            3 => (Encoding.Latin1.GetString(octets), false),
            6 => (DecodeCodePage(CyrillicCodePage, octets), false),
            7 => (DecodeCodePage(HebrewCodePage, octets), false),
            8 => (DecodeUcs2(octets), false),

            // TS 23.038 §4: general groups with a message class, and the class group, as phones set them.
            >= 0x10 and < 0x40 when (dataCoding & 0x0C) == 0x08 => (DecodeUcs2(octets), false),
            >= 0x10 and < 0x40 when (dataCoding & 0x0C) == 0x04 => DecodeOctets(octets),
            >= 0xE0 and < 0xF0 => (DecodeUcs2(octets), false),
            >= 0xF0 when (dataCoding & 0x04) != 0 => DecodeOctets(octets),
            _ => (alphabet == SmsDefaultAlphabet.Gsm ? GsmAlphabet.Decode(octets) : Encoding.Latin1.GetString(octets), false),
        };

    private static SmsPart? PartOf(TlvList tlvs)
    {
        if (tlvs.GetInteger(TlvTag.SarMsgRefNum) is not { } reference
            || tlvs.GetInteger(TlvTag.SarTotalSegments) is not { } total
            || tlvs.GetInteger(TlvTag.SarSegmentSeqnum) is not { } number
            || total > byte.MaxValue || number > byte.MaxValue)
        {
            return null;
        }

        var part = new SmsPart((ushort)reference, (byte)total, (byte)number);
        return part.IsValid ? part : null;
    }

    // Some gateways mark plain text as octets; what has control characters is no text.
    private static (string Text, bool IsBinary) DecodeOctets(ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets)
        {
            if (octet is < 0x20 and not ((byte)'\n' or (byte)'\r' or (byte)'\t') or (>= 0x7F and < 0xA0))
            {
                return (Convert.ToHexString(octets), true);
            }
        }

        return (Encoding.Latin1.GetString(octets), false);
    }

    // By hand and not by the framework's decoder, which would replace half a pair at the edge of a segment.
    private static string DecodeUcs2(ReadOnlySpan<byte> octets)
    {
        var text = new char[octets.Length / 2];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(octets[(i * 2)..]);
        }

        return new string(text);
    }

    private static string DecodeCodePage(int codePage, ReadOnlySpan<byte> octets) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.Latin1).GetString(octets);
}
