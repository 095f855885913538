using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>CSeq (RFC 3261 §20.16): the number that orders requests in a dialog, and the method.</summary>
/// <param name="Number">0 to 2^32-1 as received; we send below 2^31 (§8.1.1.5).</param>
/// <param name="Method">The method, which must equal that of the request line.</param>
public readonly record struct CSeqHeader(uint Number, SipMethod Method)
{
    /// <summary>Reads <c>1*DIGIT LWS Method</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out CSeqHeader header)
    {
        header = default;
        text = SipCharacters.Trim(text);
        var space = text.IndexOfAny(" \t"u8);
        if (space < 0
            || !SipCharacters.TryParseNumber(text[..space], uint.MaxValue, out var number)
            || !SipMethod.TryParse(SipCharacters.TrimStart(text[space..]), out var method))
        {
            return false;
        }

        header = new CSeqHeader((uint)number, method);
        return true;
    }

    /// <summary>Reads <c>1*DIGIT LWS Method</c>.</summary>
    public static bool TryParse(string text, out CSeqHeader header) => TryParse(Encoding.UTF8.GetBytes(text), out header);

    /// <summary>The wire form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Method.Name}");
}
