using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Ports that are free on loopback for UDP and TCP at the moment of asking.</summary>
internal static class LoopbackPorts
{
    public static int Next()
    {
        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)udp.LocalEndPoint!).Port;
    }

    /// <summary>Waits until somebody listens on the UDP port, as the kernel's table of sockets says.</summary>
    public static async Task WaitForUdpAsync(int port, TimeSpan atMost)
    {
        string wanted = $":{port:X4} ";
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            string table = await File.ReadAllTextAsync("/proc/net/udp", TestContext.Current.CancellationToken)
                + (File.Exists("/proc/net/udp6") ? await File.ReadAllTextAsync("/proc/net/udp6", TestContext.Current.CancellationToken) : "");
            if (table.Contains(wanted, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < atMost, $"nobody listens on UDP port {port}");
        }
    }
}
