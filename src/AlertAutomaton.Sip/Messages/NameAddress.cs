using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>A name-addr with its header parameters: From, To, Contact, Route, Record-Route, P-Asserted-Identity (RFC 3261 §20.10, RFC 3325).</summary>
public sealed class NameAddress
{
    /// <summary>An address from plain parts.</summary>
    /// <param name="displayName">Plain text, or null; quoted when written.</param>
    /// <param name="uri">The URI.</param>
    /// <param name="parameters">Header parameters such as tag, or null.</param>
    /// <exception cref="ArgumentException">The display name holds a line break.</exception>
    public NameAddress(string? displayName, SipUri uri, SipParameters? parameters = null)
    {
        if (displayName is not null && displayName.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A display name cannot hold a line break.", nameof(displayName));
        }

        DisplayName = displayName;
        Uri = uri;
        Parameters = parameters ?? SipParameters.Empty;
    }

    /// <summary>The display name without quotes, or null.</summary>
    public string? DisplayName { get; }

    /// <summary>The URI.</summary>
    public SipUri Uri { get; }

    /// <summary>The header parameters (outside the angle brackets).</summary>
    public SipParameters Parameters { get; }

    /// <summary>The tag parameter, or null.</summary>
    public string? Tag => Parameters.Find("tag");

    /// <summary>The expires parameter of a Contact, in seconds, or null when absent or not a number.</summary>
    public uint? Expires => SipNumbers.Parse(Parameters.Find("expires"));

    /// <summary>Reads one address (no list).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out NameAddress? address)
    {
        address = null;
        if (!NameAddressParts.TryRead(text, out var parts)
            || !SipUri.TryParse(parts.Uri, out var uri)
            || !SipParameters.TryParse(parts.Parameters, inUri: false, out var parameters))
        {
            return false;
        }

        var displayName = parts.DisplayName.IsEmpty ? null : SipText.Unquote(Encoding.UTF8.GetString(parts.DisplayName));
        address = new NameAddress(displayName, uri!, parameters);
        return true;
    }

    /// <summary>Reads one address (no list).</summary>
    public static bool TryParse(string text, out NameAddress? address) => TryParse(Encoding.UTF8.GetBytes(text), out address);

    /// <summary>A copy with this tag.</summary>
    public NameAddress WithTag(string tag) => new(DisplayName, Uri, Parameters.With("tag", tag));

    /// <summary>A copy with a header parameter set (wire form; null makes a flag).</summary>
    public NameAddress WithParameter(string name, string? value) => new(DisplayName, Uri, Parameters.With(name, value));

    /// <summary>A copy without a header parameter.</summary>
    public NameAddress WithoutParameter(string name) => new(DisplayName, Uri, Parameters.Without(name));

    /// <summary>The wire form, always with angle brackets.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder(96);
        if (!string.IsNullOrEmpty(DisplayName))
        {
            builder.Append(SipText.Quote(DisplayName)).Append(' ');
        }

        builder.Append('<').Append(Uri).Append('>');
        Parameters.AppendTo(builder);
        return builder.ToString();
    }
}
