using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>A media type of Content-Type or Accept (RFC 3261 §20.1, §20.15).</summary>
/// <param name="Type">The type in lower case, such as "application" or "*".</param>
/// <param name="Subtype">The subtype in lower case, such as "sdp" or "*".</param>
/// <param name="Parameters">Parameters such as boundary or q.</param>
public sealed record MediaTypeHeader(string Type, string Subtype, SipParameters Parameters)
{
    /// <summary>"type/subtype" in lower case.</summary>
    public string Name => $"{Type}/{Subtype}";

    /// <summary>Whether this type, which may be a range such as "*/*", covers the named one.</summary>
    public bool Covers(string name)
    {
        if (Type is "*")
        {
            return true;
        }

        return Subtype is "*"
            ? name.StartsWith(Type + "/", StringComparison.OrdinalIgnoreCase)
            : string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads one media type or range (no list).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out MediaTypeHeader? header)
    {
        header = null;
        var semicolon = text.IndexOf((byte)';');
        var name = semicolon < 0 ? text : text[..semicolon];
        var slash = name.IndexOf((byte)'/');
        if (slash < 0)
        {
            return false;
        }

        var type = SipCharacters.Trim(name[..slash]);
        var subtype = SipCharacters.Trim(name[(slash + 1)..]);
        if (!SipCharacters.IsToken(type) || !SipCharacters.IsToken(subtype)
            || !SipParameters.TryParse(semicolon < 0 ? default : text[semicolon..], inUri: false, out var parameters))
        {
            return false;
        }

        header = new MediaTypeHeader(
            Encoding.ASCII.GetString(type).ToLowerInvariant(), Encoding.ASCII.GetString(subtype).ToLowerInvariant(), parameters);
        return true;
    }

    /// <summary>Reads one media type or range (no list).</summary>
    public static bool TryParse(string text, out MediaTypeHeader? header) => TryParse(Encoding.UTF8.GetBytes(text), out header);

    /// <summary>The wire form.</summary>
    public override string ToString() => $"{Name}{Parameters}";
}
