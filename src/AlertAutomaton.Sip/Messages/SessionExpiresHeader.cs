using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Session-Expires (RFC 4028 §4).</summary>
/// <param name="Seconds">The session interval.</param>
/// <param name="Refresher">"uac", "uas" or null when not said.</param>
public readonly record struct SessionExpiresHeader(uint Seconds, string? Refresher)
{
    /// <summary>Reads <c>delta-seconds *(SEMI se-params)</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SessionExpiresHeader header)
    {
        header = default;
        var semicolon = text.IndexOf((byte)';');
        if (!SipCharacters.TryParseNumber(SipCharacters.Trim(semicolon < 0 ? text : text[..semicolon]), uint.MaxValue, out var seconds)
            || !SipParameters.TryParse(semicolon < 0 ? default : text[semicolon..], inUri: false, out var parameters))
        {
            return false;
        }

        header = new SessionExpiresHeader((uint)seconds, parameters.Find("refresher")?.ToLowerInvariant());
        return true;
    }

    /// <summary>Reads <c>delta-seconds *(SEMI se-params)</c>.</summary>
    public static bool TryParse(string text, out SessionExpiresHeader header) => TryParse(Encoding.UTF8.GetBytes(text), out header);

    /// <summary>The wire form.</summary>
    public override string ToString() => Refresher is null
        ? Seconds.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Seconds};refresher={Refresher}");
}
