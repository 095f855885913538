using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Benchmarks.Rtp;

/// <summary>
/// The far side of the RTP measurements: one socket that sends every packet back to where it came from and notes how far apart the
/// packets of each source arrived.
/// </summary>
internal static class RtpMirror
{
    private const int BucketsPerMillisecond = 10;
    private static readonly int[] Spacing = new int[300 * BucketsPerMillisecond];
    private static readonly long[] LastByPort = new long[65536];

    public static int Run()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.ReceiveBufferSize = 8 << 20;
        socket.SendBufferSize = 8 << 20;
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Console.WriteLine(((IPEndPoint)socket.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        new Thread(() => Mirror(socket)) { IsBackground = true, Priority = ThreadPriority.AboveNormal }.Start();
        while (Console.ReadLine() is { } line)
        {
            if (line == "reset")
            {
                Array.Clear(Spacing);
                Array.Clear(LastByPort);
                Console.WriteLine("ok");
            }
            else
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Percentile(0.5)} {Percentile(0.99)} {Percentile(1)} {Spacing.Sum()}"));
            }
        }

        return 0;
    }

    private static void Mirror(Socket socket)
    {
        byte[] buffer = new byte[2048];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        double perTick = 1000.0 * BucketsPerMillisecond / TimeProvider.System.TimestampFrequency;
        while (true)
        {
            int length = socket.ReceiveFrom(buffer, SocketFlags.None, from);
            int port = (from.Buffer.Span[2] << 8) | from.Buffer.Span[3];
            socket.SendTo(buffer.AsSpan(0, length), SocketFlags.None, from);

            // Only media is spaced: version 2 and a payload type that is no RTCP type (RFC 5761 §4).
            if (length < 12 || (buffer[1] & 0x7F) is >= 64 and <= 95)
            {
                continue;
            }

            long now = TimeProvider.System.GetTimestamp();
            long last = LastByPort[port];
            LastByPort[port] = now;
            if (last != 0)
            {
                Spacing[Math.Min((int)((now - last) * perTick), Spacing.Length - 1)]++;
            }
        }
    }

    private static double Percentile(double share)
    {
        long all = Spacing.Sum(count => (long)count);
        long wanted = (long)Math.Ceiling(all * share);
        long seen = 0;
        for (int bucket = 0; bucket < Spacing.Length; bucket++)
        {
            seen += Spacing[bucket];
            if (seen >= wanted && seen > 0)
            {
                return (bucket + 1) / (double)BucketsPerMillisecond;
            }
        }

        return 0;
    }
}
