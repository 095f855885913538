using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Ports that take RTP in and note when each heard its first sound; packets of silence do not count.</summary>
internal sealed class ListeningPorts : IDisposable
{
    private const int RtpHeader = 12;
    private const int Pcma = 8;
    private const int Loud = 200;
    private const int MicrosecondsOfOneLook = 50_000;
    private readonly Socket[] _sockets;
    private readonly DateTimeOffset?[] _heard;
    private readonly Thread _thread;
    private volatile bool _over;

    public ListeningPorts(int count)
    {
        _sockets = [.. Enumerable.Range(0, count).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp))];
        foreach (Socket socket in _sockets)
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        }

        _heard = new DateTimeOffset?[count];

        // A thread of its own: the pool of a busy test program would hear too late.
        _thread = new Thread(Listen) { IsBackground = true, Name = "listening ports" };
        _thread.Start();
    }

    public IReadOnlyList<int> Ports => [.. _sockets.Select(socket => ((IPEndPoint)socket.LocalEndPoint!).Port)];

    /// <summary>When the first sound came at each port; null where none did.</summary>
    public IReadOnlyList<DateTimeOffset?> FirstSound()
    {
        lock (_heard)
        {
            return [.. _heard];
        }
    }

    public void Dispose()
    {
        _over = true;
        _thread.Join();
        foreach (Socket socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private void Listen()
    {
        byte[] packet = new byte[2048];
        while (!_over)
        {
            var ready = new List<Socket>(_sockets);
            Socket.Select(ready, null, null, MicrosecondsOfOneLook);
            foreach (Socket socket in ready)
            {
                int length = socket.Receive(packet);
                if (IsSound(packet.AsSpan(0, length)))
                {
                    Note(Array.IndexOf(_sockets, socket));
                }
            }
        }
    }

    private void Note(int port)
    {
        lock (_heard)
        {
            _heard[port] ??= TimeProvider.System.GetUtcNow();
        }
    }

    private static bool IsSound(ReadOnlySpan<byte> packet)
    {
        if (packet.Length <= RtpHeader || (packet[1] & 0x7F) != Pcma)
        {
            return false;
        }

        foreach (byte octet in packet[RtpHeader..])
        {
            if (Math.Abs((int)ALaw.Decode(octet)) > Loud)
            {
                return true;
            }
        }

        return false;
    }
}
