using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Ports that are free on loopback for UDP and TCP at the moment of asking.</summary>
internal static class LoopbackPorts
{
    private const int FirstToListen = 10_000;
    private const int CountToListen = 9_000;
    private static readonly int Start = Environment.ProcessId * 37 % CountToListen;
    private const int FirstForMedia = 27_000;
    private const int CountForMedia = 2_900;
    private const int MediaPortsOfOne = 4;
    private static int _given;
    private static int _givenForMedia = Environment.ProcessId * 97 % CountForMedia / MediaPortsOfOne;
    private static readonly string[] Tables = ["/proc/net/udp", "/proc/net/udp6", "/proc/net/tcp", "/proc/net/tcp6"];

    public static int Next()
    {
        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)udp.LocalEndPoint!).Port;
    }

    /// <summary>
    /// A free TCP port outside of those that the system gives to outgoing connections: nobody takes it by chance before a slow program listens.
    /// </summary>
    public static int NextToListen()
    {
        while (true)
        {
            int port = FirstToListen + ((Start + Interlocked.Increment(ref _given)) % CountToListen);
            using var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                tcp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                Assert.InRange(_given, 0, CountToListen);
            }
        }
    }

    /// <summary>
    /// Four UDP ports that are free, outside of those that the system gives by itself: SIPp binds the first and the third and ends when one is taken.
    /// </summary>
    public static int NextForMedia()
    {
        while (true)
        {
            int port = FirstForMedia + (Interlocked.Increment(ref _givenForMedia) * MediaPortsOfOne % CountForMedia);
            if (Enumerable.Range(port, MediaPortsOfOne).All(IsFreeForUdp))
            {
                return port;
            }
        }
    }

    private static bool IsFreeForUdp(int port)
    {
        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }

    /// <summary>Waits until somebody listens on the port, as the kernel's tables of sockets say.</summary>
    public static async Task WaitForAsync(int port, PeerProcess peer, TimeSpan atMost)
    {
        string wanted = $":{port:X4} ";
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            string table = string.Concat(Tables.Where(File.Exists).Select(File.ReadAllText));
            if (table.Contains(wanted, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < atMost, $"nobody listens on port {port}: {peer.Output}");
            Assert.True(peer.Running, $"ended before it listened on port {port}: {peer.Output}");
        }
    }
}
