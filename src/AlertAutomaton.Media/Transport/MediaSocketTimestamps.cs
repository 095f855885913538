using System.Net.Sockets;

namespace AlertAutomaton.Media.Transport;

/// <summary>Asks the kernel to note when a datagram arrived, so that jitter is the network's and not that of our reading every 20 ms.</summary>
internal static class MediaSocketTimestamps
{
    public static void Enable(Socket socket)
    {
        try
        {
            socket.SetRawSocketOption(LinuxNative.SocketLevel, LinuxNative.TimestampNanoseconds, BitConverter.GetBytes(1));
        }
        catch (SocketException)
        {
            // Without it the time of reading stands in: less exact, nothing else.
            return;
        }
    }
}
