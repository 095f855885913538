using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace AlertAutomaton.Sip.Transports;

/// <summary>
/// Linux keeps ICMP errors of an unconnected UDP socket in a queue of its own, with the address that the packet went to (ip(7), IP_RECVERR).
/// Reading it turns "port unreachable" into a failure within milliseconds instead of the 32 s of timer B.
/// </summary>
internal sealed unsafe partial class UdpErrorQueue
{
    private const int SolIp = 0;
    private const int IpRecvErr = 11;
    private const int SolIpV6 = 41;
    private const int IpV6RecvErr = 25;
    private const int MsgErrQueue = 0x2000;
    private const int MsgDontWait = 0x40;
    private const ushort FamilyInet = 2;
    private const ushort FamilyInet6 = 10;

    private readonly Socket _socket;

    private UdpErrorQueue(Socket socket)
    {
        _socket = socket;
    }

    /// <summary>Switches the queue on where the system has one; null elsewhere.</summary>
    public static UdpErrorQueue? TryEnable(Socket socket)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        bool ipV6 = socket.AddressFamily == AddressFamily.InterNetworkV6;
        socket.SetRawSocketOption(ipV6 ? SolIpV6 : SolIp, ipV6 ? IpV6RecvErr : IpRecvErr, [1, 0, 0, 0]);
        return new UdpErrorQueue(socket);
    }

    /// <summary>The destination of one packet that came back as an error, or null when the queue is empty.</summary>
    public IPEndPoint? TryTake()
    {
        byte* name = stackalloc byte[28];
        byte* data = stackalloc byte[1];
        byte* control = stackalloc byte[512];
        var vector = new IoVector { Base = data, Length = 1 };
        var header = new MessageHeader
        {
            Name = name, NameLength = 28, Vectors = &vector, VectorCount = 1, Control = control, ControlLength = 512,
        };
        bool held = false;
        try
        {
            _socket.SafeHandle.DangerousAddRef(ref held);
            nint taken = ReceiveMessage((int)_socket.SafeHandle.DangerousGetHandle(), &header, MsgErrQueue | MsgDontWait);
            return taken < 0 ? null : ReadAddress(new ReadOnlySpan<byte>(name, (int)header.NameLength));
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            if (held)
            {
                _socket.SafeHandle.DangerousRelease();
            }
        }
    }

    private static IPEndPoint? ReadAddress(ReadOnlySpan<byte> name)
    {
        if (name.Length < 8)
        {
            return null;
        }

        ushort family = MemoryMarshal.Read<ushort>(name);
        int port = BinaryPrimitives.ReadUInt16BigEndian(name[2..]);
        return family switch
        {
            FamilyInet => new IPEndPoint(new IPAddress(name.Slice(4, 4)), port),
            FamilyInet6 when name.Length >= 28 => new IPEndPoint(
                new IPAddress(name.Slice(8, 16), MemoryMarshal.Read<uint>(name[24..])), port),
            _ => null,
        };
    }

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(int socket, MessageHeader* message, int flags);

    [StructLayout(LayoutKind.Sequential)]
    private struct IoVector
    {
        public byte* Base;
        public nuint Length;
    }

    // struct msghdr of 64-bit Linux.
    [StructLayout(LayoutKind.Sequential)]
    private struct MessageHeader
    {
        public byte* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public byte* Control;
        public nuint ControlLength;
        public int Flags;
    }
}
