using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>
/// A SIP, SIPS or tel URI (RFC 3261 §19.1, RFC 3966), or any other absolute URI kept opaque. Immutable; equality follows §19.1.4.
/// </summary>
public sealed class SipUri : IEquatable<SipUri>
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";

    // A parameter of this kind in only one of two URIs makes them differ; all others are then ignored (§19.1.4 and its examples).
    private static readonly string[] DecidingParameters = ["user", "ttl", "method", "maddr", "transport"];

    private string? _text;

    /// <summary>A SIP or SIPS URI from plain parts; the user part is escaped as needed.</summary>
    /// <param name="scheme">"sip" or "sips".</param>
    /// <param name="user">The plain user part, or null.</param>
    /// <param name="host">A name or address; IPv6 without brackets.</param>
    /// <param name="port">1 to 65535, or null for the default.</param>
    /// <param name="parameters">URI parameters in wire form, or null.</param>
    /// <exception cref="ArgumentException">The host is not a name or address.</exception>
    public SipUri(string scheme, string? user, string host, int? port = null, SipParameters? parameters = null)
    {
        CheckHost(host);
        Scheme = scheme;
        EscapedUser = user is null ? null : SipText.Escape(user, Unreserved + "&=+$,;?/");
        Host = host;
        Port = port;
        Parameters = parameters ?? SipParameters.Empty;
        Opaque = string.Empty;
    }

    private SipUri(in SipUriParts parts, SipParameters parameters)
    {
        Scheme = SchemeName(parts.Scheme);
        EscapedUser = parts.User.IsEmpty ? null : Encoding.UTF8.GetString(parts.User);
        EscapedPassword = parts.HasPassword ? Encoding.UTF8.GetString(parts.Password) : null;
        Host = Encoding.ASCII.GetString(parts.HostPort.Host);
        Port = parts.HostPort.Port;
        Parameters = parameters;
        EscapedHeaders = parts.Headers.IsEmpty ? null : Encoding.ASCII.GetString(parts.Headers);
        Opaque = Encoding.UTF8.GetString(parts.Opaque);
    }

    private SipUri(SipUri other, string scheme, string? user, string host, int? port, SipParameters parameters, string? headers)
    {
        Scheme = scheme;
        EscapedUser = user;
        EscapedPassword = user is null ? null : other.EscapedPassword;
        Host = host;
        Port = port;
        Parameters = parameters;
        EscapedHeaders = headers;
        Opaque = other.Opaque;
    }

    /// <summary>The scheme in lower case: "sip", "sips", "tel" or another.</summary>
    public string Scheme { get; }

    /// <summary>The user part (for tel: the number) with %HH resolved once, or null.</summary>
    public string? User => EscapedUser is null ? null : SipText.Unescape(EscapedUser);

    /// <summary>The password with %HH resolved once, or null.</summary>
    public string? Password => EscapedPassword is null ? null : SipText.Unescape(EscapedPassword);

    /// <summary>Host name or address as written, IPv6 without brackets; empty for tel and opaque URIs.</summary>
    public string Host { get; }

    /// <summary>The explicit port, or null.</summary>
    public int? Port { get; }

    /// <summary>URI parameters in wire form (escapes kept).</summary>
    public SipParameters Parameters { get; }

    /// <summary>The escaped headers after "?", or null. They are never applied by themselves (RFC 4475 §3.1.2.11).</summary>
    public string? EscapedHeaders { get; }

    /// <summary>Everything after the colon of a URI that is not sip, sips or tel.</summary>
    public string Opaque { get; }

    /// <summary>Whether the scheme is sip or sips.</summary>
    public bool IsSip => Scheme is "sip" or "sips";

    /// <summary>Whether the scheme is sips.</summary>
    public bool IsSecure => Scheme is "sips";

    /// <summary>The transport parameter in lower case, or null.</summary>
    public string? Transport => Parameters.Find("transport")?.ToLowerInvariant();

    /// <summary>The maddr parameter, or null.</summary>
    public string? Maddr => Parameters.Find("maddr");

    /// <summary>Whether the URI carries lr: a loose router (§16.12).</summary>
    public bool IsLooseRouter => Parameters.Contains("lr");

    internal string? EscapedUser { get; }

    internal string? EscapedPassword { get; }

    /// <summary>The headers after "?" as name and value with %HH resolved once; empty when there are none.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers
    {
        get
        {
            if (EscapedHeaders is null)
            {
                return [];
            }

            var list = new List<(string, string)>();
            foreach (var item in EscapedHeaders.Split('&'))
            {
                var equal = item.IndexOf('=', StringComparison.Ordinal);
                list.Add(equal < 0
                    ? (SipText.Unescape(item), string.Empty)
                    : (SipText.Unescape(item[..equal]), SipText.Unescape(item[(equal + 1)..])));
            }

            return list;
        }
    }

    /// <summary>Reads a URI without surrounding brackets or white space.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SipUri? uri)
    {
        uri = null;
        if (!SipUriParts.TryRead(text, out var parts) || !SipParameters.TryParse(parts.Parameters, inUri: true, out var parameters))
        {
            return false;
        }

        uri = new SipUri(parts, parameters);
        return true;
    }

    /// <summary>Reads a URI without surrounding brackets or white space.</summary>
    public static bool TryParse(string text, out SipUri? uri) => TryParse(Encoding.UTF8.GetBytes(text), out uri);

    /// <summary>A copy with another user part (plain text).</summary>
    public SipUri WithUser(string? user) =>
        new(this, Scheme, user is null ? null : SipText.Escape(user, Unreserved + "&=+$,;?/"), Host, Port, Parameters, EscapedHeaders);

    /// <summary>A copy with another host and port.</summary>
    /// <exception cref="ArgumentException">The host is not a name or address.</exception>
    public SipUri WithHost(string host, int? port)
    {
        CheckHost(host);
        return new SipUri(this, Scheme, EscapedUser, host, port, Parameters, EscapedHeaders);
    }

    /// <summary>A copy with a parameter set (wire form; null makes a flag).</summary>
    public SipUri WithParameter(string name, string? value) =>
        new(this, Scheme, EscapedUser, Host, Port, Parameters.With(name, value), EscapedHeaders);

    /// <summary>A copy without a parameter.</summary>
    public SipUri WithoutParameter(string name) =>
        new(this, Scheme, EscapedUser, Host, Port, Parameters.Without(name), EscapedHeaders);

    /// <summary>A copy without the headers after "?", as a Request-URI must be.</summary>
    public SipUri WithoutHeaders() => new(this, Scheme, EscapedUser, Host, Port, Parameters, headers: null);

    /// <inheritdoc />
    public bool Equals(SipUri? other)
    {
        if (other is null || !string.Equals(Scheme, other.Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        return ReferenceEquals(this, other)
            || (string.Equals(User, other.User, StringComparison.Ordinal)
                && string.Equals(Password, other.Password, StringComparison.Ordinal)
                && string.Equals(Host, other.Host, StringComparison.OrdinalIgnoreCase)
                && Port == other.Port
                && string.Equals(Opaque, other.Opaque, StringComparison.Ordinal)
                && SharedParametersAgree(other)
                && HeadersAgree(other));
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SipUri other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Scheme, User, StringComparer.OrdinalIgnoreCase.GetHashCode(Host), Port, Opaque);

    /// <summary>The wire form.</summary>
    public override string ToString() => _text ??= Write();

    private static void CheckHost(string host)
    {
        var bracketed = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        if (!SipHostPort.TryRead(Encoding.UTF8.GetBytes(bracketed), spaceAroundColon: false, out _))
        {
            throw new ArgumentException($"'{host}' is neither a host name nor an IP address.", nameof(host));
        }
    }

    private static string SchemeName(ReadOnlySpan<byte> scheme) =>
        Ascii.EqualsIgnoreCase(scheme, "sip") ? "sip"
        : Ascii.EqualsIgnoreCase(scheme, "sips") ? "sips"
        : Encoding.ASCII.GetString(scheme).ToLowerInvariant();

    private bool SharedParametersAgree(SipUri other)
    {
        foreach (var name in DecidingParameters)
        {
            if (Parameters.Contains(name) != other.Parameters.Contains(name))
            {
                return false;
            }
        }

        foreach (var parameter in Parameters)
        {
            if (other.Parameters.Find(parameter.Name) is { } value
                && !string.Equals(SipText.Unescape(parameter.Value ?? string.Empty), SipText.Unescape(value), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private bool HeadersAgree(SipUri other)
    {
        if (EscapedHeaders is null || other.EscapedHeaders is null)
        {
            return EscapedHeaders is null && other.EscapedHeaders is null;
        }

        return Sorted(Headers).SequenceEqual(Sorted(other.Headers), StringComparer.Ordinal);

        static IEnumerable<string> Sorted(IReadOnlyList<(string Name, string Value)> headers) =>
            headers.Select(header => $"{header.Name.ToLowerInvariant()}={header.Value}").Order(StringComparer.Ordinal);
    }

    private string Write()
    {
        var builder = new StringBuilder(64).Append(Scheme).Append(':');
        if (Opaque.Length > 0)
        {
            return builder.Append(Opaque).ToString();
        }

        builder.Append(EscapedUser);
        if (EscapedPassword is not null)
        {
            builder.Append(':').Append(EscapedPassword);
        }

        if (IsSip)
        {
            if (EscapedUser is not null)
            {
                builder.Append('@');
            }

            WriteHostPort(builder, Host, Port);
        }

        Parameters.AppendTo(builder);
        if (EscapedHeaders is not null)
        {
            builder.Append('?').Append(EscapedHeaders);
        }

        return builder.ToString();
    }

    internal static void WriteHostPort(StringBuilder builder, string host, int? port)
    {
        if (host.Contains(':', StringComparison.Ordinal))
        {
            builder.Append('[').Append(host).Append(']');
        }
        else
        {
            builder.Append(host);
        }

        if (port is { } number)
        {
            builder.Append(CultureInfo.InvariantCulture, $":{number}");
        }
    }
}
