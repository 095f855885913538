using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Media.Transport;

/// <summary>One UDP socket of a session. Its owner's lock covers every use, so closing never races with a system call on its number.</summary>
internal sealed class MediaSocket : IDisposable
{
    // Room for about a second of packets: enough for a long pause of this process, too little for a flood to fill the kernel's memory.
    private const int ReceiveBuffer = 64 * 1024;
    private const int IgnoreConnectionReset = unchecked((int)0x9800000C);

    private MediaSocket(Socket socket)
    {
        Socket = socket;
        IsIPv6 = socket.AddressFamily == AddressFamily.InterNetworkV6;
        Descriptor = (int)socket.Handle;
    }

    public Socket Socket { get; }

    public bool IsIPv6 { get; }

    public int Descriptor { get; }

    /// <summary>Whether the kernel keeps other senders away.</summary>
    public bool IsConnected { get; set; }

    public static bool TryBind(IPAddress address, int port, [NotNullWhen(true)] out MediaSocket? bound)
    {
        bound = null;
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                // Without this an ICMP "port unreachable" makes the next receive fail.
                socket.IOControl(IgnoreConnectionReset, [0, 0, 0, 0], optionOutValue: null);
                socket.ExclusiveAddressUse = true;
            }

            if (address.AddressFamily == AddressFamily.InterNetworkV6)
                socket.DualMode = false;
            socket.Blocking = false;
            socket.ReceiveBufferSize = ReceiveBuffer;
            // Expedited forwarding, the class of telephone sound (RFC 4594 §4.1); systems that refuse it lose nothing else.
            MarkExpedited(socket);
            socket.Bind(new IPEndPoint(address, port));
            bound = new MediaSocket(socket);
            return true;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return false;
        }
    }

    public void Dispose() => Socket.Dispose();

    private static void MarkExpedited(Socket socket)
    {
        const int ExpeditedForwarding = 46 << 2;
        if (!OperatingSystem.IsLinux())
            return;
        if (socket.AddressFamily == AddressFamily.InterNetwork)
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, ExpeditedForwarding);
        else
            socket.SetRawSocketOption(41, 67, BitConverter.GetBytes(ExpeditedForwarding));
    }
}
