using System.Globalization;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>One Via value (RFC 3261 §20.42, rport RFC 3581). Immutable.</summary>
public sealed class ViaHeader
{
    /// <summary>The branch prefix of RFC 3261 transactions (§8.1.1.7).</summary>
    public const string MagicCookie = "z9hG4bK";

    private readonly string _protocol;

    /// <summary>A Via of this element.</summary>
    /// <param name="transport">"UDP", "TCP" or "TLS".</param>
    /// <param name="host">sent-by host; IPv6 without brackets.</param>
    /// <param name="port">sent-by port, or null.</param>
    /// <param name="parameters">Parameters such as branch and rport.</param>
    public ViaHeader(string transport, string host, int? port, SipParameters parameters)
        : this("SIP/2.0", transport, host, port, parameters)
    {
    }

    private ViaHeader(string protocol, string transport, string host, int? port, SipParameters parameters)
    {
        _protocol = protocol;
        Transport = transport;
        Host = host;
        Port = port;
        Parameters = parameters;
    }

    /// <summary>The transport in upper case.</summary>
    public string Transport { get; }

    /// <summary>sent-by host, IPv6 without brackets.</summary>
    public string Host { get; }

    /// <summary>sent-by port, or null for the default of the transport.</summary>
    public int? Port { get; }

    /// <summary>The parameters.</summary>
    public SipParameters Parameters { get; }

    /// <summary>The branch, or null.</summary>
    public string? Branch => Parameters.Find("branch");

    /// <summary>The received address without brackets (RFC 5118 §4.5), or null.</summary>
    public string? Received => Parameters.Find("received")?.Trim('[', ']');

    /// <summary>The maddr parameter, or null.</summary>
    public string? Maddr => Parameters.Find("maddr");

    /// <summary>Whether the sender asked for a symmetric response (RFC 3581).</summary>
    public bool WantsResponsePort => Parameters.Contains("rport");

    /// <summary>The rport value filled in by a receiver, or null.</summary>
    public int? ResponsePort => SipNumbers.Parse(Parameters.Find("rport")) is { } port and <= 65535 ? (int)port : null;

    /// <summary>Whether the branch is that of an RFC 3261 element: the cookie and something after it.</summary>
    public bool HasMagicCookie => Branch is { } branch
        && branch.Length > MagicCookie.Length
        && branch.StartsWith(MagicCookie, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one Via value (no list).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ViaHeader? via)
    {
        via = null;
        if (!ViaParts.TryRead(text, out var parts) || !SipParameters.TryParse(parts.Parameters, inUri: false, out var parameters))
        {
            return false;
        }

        var protocol = parts.ProtocolName.SequenceEqual("SIP"u8) && parts.ProtocolVersion.SequenceEqual("2.0"u8)
            ? "SIP/2.0"
            : $"{Encoding.ASCII.GetString(parts.ProtocolName)}/{Encoding.ASCII.GetString(parts.ProtocolVersion)}";
        via = new ViaHeader(
            protocol,
            SipTokens.Value(parts.Transport).ToUpperInvariant(),
            Encoding.ASCII.GetString(parts.SentBy.Host),
            parts.SentBy.Port,
            parameters);
        return true;
    }

    /// <summary>Reads one Via value (no list).</summary>
    public static bool TryParse(string text, out ViaHeader? via) => TryParse(Encoding.UTF8.GetBytes(text), out via);

    /// <summary>A copy with a parameter set (wire form; null makes a flag).</summary>
    public ViaHeader WithParameter(string name, string? value) =>
        new(_protocol, Transport, Host, Port, Parameters.With(name, value));

    /// <summary>A copy marked with the source of the packet (§18.2.1, RFC 3581 §4); rport is filled only when asked for.</summary>
    public ViaHeader WithSource(string address, int port)
    {
        var parameters = Parameters.With("received", address);
        return new ViaHeader(_protocol, Transport, Host, Port, WantsResponsePort ? parameters.With("rport", SipNumbers.Write((ulong)port)) : parameters);
    }

    /// <summary>The wire form.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder(96).Append(CultureInfo.InvariantCulture, $"{_protocol}/{Transport} ");
        SipUri.WriteHostPort(builder, Host, Port);
        Parameters.AppendTo(builder);
        return builder.ToString();
    }
}
