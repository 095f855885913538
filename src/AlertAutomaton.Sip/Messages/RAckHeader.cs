using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>RAck of a PRACK (RFC 3262 §7.2): which reliable provisional response it acknowledges.</summary>
/// <param name="ResponseNumber">The RSeq.</param>
/// <param name="CSeqNumber">The CSeq number of the request that was answered.</param>
/// <param name="Method">The method of that request.</param>
public readonly record struct RAckHeader(uint ResponseNumber, uint CSeqNumber, SipMethod Method)
{
    /// <summary>Reads <c>response-num LWS CSeq-num LWS Method</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out RAckHeader header)
    {
        header = default;
        text = SipCharacters.Trim(text);
        var space = text.IndexOfAny(" \t"u8);
        if (space < 0
            || !SipCharacters.TryParseNumber(text[..space], uint.MaxValue, out var number)
            || !CSeqHeader.TryParse(text[space..], out var cseq))
        {
            return false;
        }

        header = new RAckHeader((uint)number, cseq.Number, cseq.Method);
        return true;
    }

    /// <summary>Reads <c>response-num LWS CSeq-num LWS Method</c>.</summary>
    public static bool TryParse(string text, out RAckHeader header) => TryParse(Encoding.UTF8.GetBytes(text), out header);

    /// <summary>The wire form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ResponseNumber} {CSeqNumber} {Method.Name}");
}
