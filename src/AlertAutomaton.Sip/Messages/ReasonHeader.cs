using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>One Reason value (RFC 3326): why a request or, by use of the field, a failure came.</summary>
/// <param name="Protocol">"Q.850", "SIP" or another, as received.</param>
/// <param name="Cause">The cause: an ISUP cause 1 to 127 for Q.850, a status code for SIP; null when absent.</param>
/// <param name="Text">The explanation, or null.</param>
public sealed record ReasonHeader(string Protocol, int? Cause, string? Text)
{
    /// <summary>Whether this is an ISUP cause.</summary>
    public bool IsQ850 => string.Equals(Protocol, "Q.850", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one Reason value (no list).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ReasonHeader? header)
    {
        header = null;
        var semicolon = text.IndexOf((byte)';');
        var protocol = SipCharacters.Trim(semicolon < 0 ? text : text[..semicolon]);
        if (!SipCharacters.IsToken(protocol)
            || !SipParameters.TryParse(semicolon < 0 ? default : text[semicolon..], inUri: false, out var parameters))
        {
            return false;
        }

        var cause = SipNumbers.Parse(parameters.Find("cause"));
        header = new ReasonHeader(Encoding.ASCII.GetString(protocol), cause is <= 9999 ? (int)cause : null, parameters.Find("text"));
        return true;
    }

    /// <summary>The wire form.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder(Protocol);
        if (Cause is { } cause)
        {
            builder.Append(CultureInfo.InvariantCulture, $";cause={cause}");
        }

        return Text is null ? builder.ToString() : builder.Append(";text=").Append(SipText.Quote(Text)).ToString();
    }
}
