namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Who listens on loopback, as the kernel's tables of sockets say.</summary>
internal static class LoopbackPorts
{
    private const int LocalAddress = 1;
    private const int State = 3;

    // TCP_LISTEN; of a UDP socket TCP_CLOSE, which is how the kernel writes "bound and not connected".
    private static readonly (string File, string Listening)[] Tables =
        [("/proc/net/udp", "07"), ("/proc/net/udp6", "07"), ("/proc/net/tcp", "0A"), ("/proc/net/tcp6", "0A")];

    /// <summary>Waits until somebody listens on the port.</summary>
    public static async Task WaitForAsync(int port, PeerProcess peer, TimeSpan atMost)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            if (Tables.Any(table => File.Exists(table.File) && File.ReadLines(table.File).Skip(1).Any(line => Listens(line, port, table.Listening))))
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < atMost, $"nobody listens on port {port}: {peer.Output}");
            Assert.True(peer.Running, $"ended before it listened on port {port}: {peer.Output}");
        }
    }

    // A connection may have the same number at its far end, or be on its way out from it: only the local end of a listener counts.
    private static bool Listens(string line, int port, string listening)
    {
        string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > State && fields[State] == listening && fields[LocalAddress].EndsWith($":{port:X4}", StringComparison.Ordinal);
    }
}
