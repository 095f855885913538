using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using AlertAutomaton.Benchmarks.Measure;

namespace AlertAutomaton.Benchmarks.Rtp;

/// <summary>
/// The baseline: the same packets from the same number of UDP sockets, one send and one receive per socket and 20 ms, and no other
/// work. On Linux straight system calls, so that the baseline is as lean as a socket can be.
/// </summary>
internal static partial class PlainSocketLoad
{
    private const int DontWait = 0x40;
    private const int Slices = 20;

    /// <summary>CPU milliseconds of this process per call-second.</summary>
    public static double Run(int calls, TimeSpan time, int mirrorPort)
    {
        var sockets = new Socket[calls];
        for (int index = 0; index < calls; index++)
        {
            sockets[index] = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
            sockets[index].Bind(new IPEndPoint(IPAddress.Loopback, 0));
            sockets[index].Connect(IPAddress.Loopback, mirrorPort);
        }

        byte[] packet = new byte[172];
        packet[0] = 0x80;
        packet[1] = 8;
        var meter = new CpuMeter();
        long ticks = 0;
        while (meter.Elapsed < time)
        {
            // A slice of the sockets every millisecond: the same even spread that a phone system needs.
            int slice = (int)(ticks % Slices);
            for (int index = slice; index < calls; index += Slices)
            {
                Exchange(sockets[index], packet);
            }

            ticks++;
            TimeSpan wait = TimeSpan.FromMilliseconds(ticks) - meter.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                Pause.For(wait);
            }
        }

        double result = meter.Used.TotalMilliseconds / (calls * meter.Elapsed.TotalSeconds);
        foreach (Socket socket in sockets)
        {
            socket.Dispose();
        }

        return result;
    }

    private static void Exchange(Socket socket, byte[] packet)
    {
        if (OperatingSystem.IsLinux())
        {
            int descriptor = (int)socket.Handle;
            _ = Send(descriptor, packet, packet.Length, DontWait);
            Span<byte> buffer = stackalloc byte[512];
            _ = Receive(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length, DontWait);
            return;
        }

        socket.Send(packet);
        if (socket.Available > 0)
        {
            Span<byte> buffer = stackalloc byte[512];
            socket.Receive(buffer);
        }
    }

    [LibraryImport("libc", EntryPoint = "send")]
    private static partial nint Send(int socket, byte[] buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "recv")]
    private static partial nint Receive(int socket, ref byte buffer, nint length, int flags);
}
