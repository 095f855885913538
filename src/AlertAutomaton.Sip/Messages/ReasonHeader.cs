using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>One Reason value (RFC 3326): why a request was sent or a response given.</summary>
/// <param name="Protocol">"Q.850", "SIP", or another.</param>
/// <param name="Cause">The cause in that protocol, or null.</param>
/// <param name="Text">The text, or null.</param>
public sealed record ReasonHeader(string Protocol, int? Cause, string? Text)
{
    /// <summary>Reads one Reason value (no list).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ReasonHeader? reason)
    {
        reason = null;
        text = SipCharacters.Trim(text);
        int end = text.IndexOf((byte)';');
        ReadOnlySpan<byte> protocol = SipCharacters.Trim(end < 0 ? text : text[..end]);
        if (!SipCharacters.IsToken(protocol)
            || !SipParameters.TryParse(end < 0 ? [] : text[end..], inUri: false, out SipParameters parameters))
        {
            return false;
        }

        int? cause = int.TryParse(parameters.Find("cause"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        reason = new ReasonHeader(Encoding.ASCII.GetString(protocol), cause, parameters.Find("text"));
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

        if (Text is not null)
        {
            builder.Append(";text=").Append(SipText.Quote(Text));
        }

        return builder.ToString();
    }
}
