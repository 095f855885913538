using System.Globalization;
using System.Net;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>A listening address as it is configured: <c>udp:0.0.0.0:5060</c> or <c>tcp:[::]:5060</c>.</summary>
internal readonly record struct ListenAddress(string Transport, IPAddress Address, int Port)
{
    /// <param name="text">The configured text.</param>
    /// <param name="listen">The address.</param>
    /// <param name="fault">Code of the problem when false is returned.</param>
    public static bool TryParse(string text, out ListenAddress listen, out string fault)
    {
        listen = default;
        fault = "listen-malformed";
        var afterTransport = text.IndexOf(':', StringComparison.Ordinal);
        var beforePort = text.LastIndexOf(':');
        if (afterTransport <= 0 || beforePort <= afterTransport)
        {
            return false;
        }

        var transport = text[..afterTransport].ToLowerInvariant();
        if (transport is not ("udp" or "tcp"))
        {
            fault = transport is "tls" ? "listen-tls" : "listen-transport";
            return false;
        }

        if (!IPAddress.TryParse(text[(afterTransport + 1)..beforePort].Trim('[', ']'), out var address))
        {
            fault = "listen-address";
            return false;
        }

        if (!int.TryParse(text[(beforePort + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)
        {
            fault = "listen-port";
            return false;
        }

        listen = new ListenAddress(transport, address, port);
        fault = "";
        return true;
    }
}
