using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>Finds the system's name servers: /etc/resolv.conf where there is one, else the network interfaces.</summary>
internal static class ResolverConfiguration
{
    private const int MostServers = 3;
    private const int Port = 53;
    private const string UnixFile = "/etc/resolv.conf";

    public static IReadOnlyList<IPEndPoint> SystemServers()
    {
        try
        {
            return OperatingSystem.IsWindows() || !File.Exists(UnixFile) ? FromInterfaces() : Parse(File.ReadAllText(UnixFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NetworkInformationException)
        {
            // Without servers of our own the system's resolver is asked for addresses; SRV is not available then.
            return [];
        }
    }

    /// <summary>The nameserver lines of resolv.conf (resolv.conf(5)); an empty list means the local host, as there.</summary>
    public static IReadOnlyList<IPEndPoint> Parse(string text)
    {
        var servers = new List<IPEndPoint>();
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["nameserver", var address, ..] && IPAddress.TryParse(address, out var parsed) && servers.Count < MostServers)
            {
                servers.Add(new IPEndPoint(parsed, Port));
            }
        }

        return servers.Count > 0 ? servers : [new IPEndPoint(IPAddress.Loopback, Port)];
    }

    private static IPEndPoint[] FromInterfaces() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(item => item.OperationalStatus == OperationalStatus.Up)
            .SelectMany(item => item.GetIPProperties().DnsAddresses)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork || !address.IsIPv6SiteLocal)
            .Distinct()
            .Take(MostServers)
            .Select(address => new IPEndPoint(address, Port)),
    ];
}
