using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static AlertAutomaton.Media.Transport.LinuxNative;

namespace AlertAutomaton.Media.Transport;

/// <summary>Linux: <c>recvmmsg</c> and <c>sendmmsg</c>, many datagrams of one socket per call, with the kernel's time of arrival.</summary>
internal sealed unsafe class LinuxDatagramIo : DatagramIo
{
    private const int ControlLength = 64;

    private readonly TimeProvider _time;
    private readonly bool _kernelTime;
    private readonly ManyMessageHeader[] _receive = GC.AllocateArray<ManyMessageHeader>(Batch, pinned: true);
    private readonly ManyMessageHeader[] _send = GC.AllocateArray<ManyMessageHeader>(Batch, pinned: true);
    private readonly IoVector[] _vectors = GC.AllocateArray<IoVector>(2 * Batch, pinned: true);
    private readonly byte[] _names = GC.AllocateArray<byte>((Batch + 1) * UdpAddress.SocketAddressLength, pinned: true);
    private readonly byte[] _control = GC.AllocateArray<byte>(Batch * ControlLength, pinned: true);
    private readonly ManyMessageHeader* _receiveHeaders;
    private readonly ManyMessageHeader* _sendHeaders;
    private int _used = Batch;

    public LinuxDatagramIo(TimeProvider time)
    {
        _time = time;
        // With a clock of the test's own, the kernel's would be another time.
        _kernelTime = ReferenceEquals(time, TimeProvider.System);
        _receiveHeaders = (ManyMessageHeader*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_receive));
        _sendHeaders = (ManyMessageHeader*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_send));
        var vectors = (IoVector*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_vectors));
        var names = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_names));
        var control = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_control));
        var inbound = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Inbound));
        var outbound = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Outbound));
        for (var i = 0; i < Batch; i++)
        {
            vectors[i] = new IoVector { Base = inbound + i * DatagramLength, Length = DatagramLength };
            vectors[Batch + i] = new IoVector { Base = outbound + i * DatagramLength };
            _receive[i].Header = new MessageHeader
            {
                Name = names + i * UdpAddress.SocketAddressLength,
                Vectors = vectors + i,
                VectorCount = 1,
                Control = control + i * ControlLength,
            };
            _send[i].Header = new MessageHeader { Vectors = vectors + Batch + i, VectorCount = 1 };
        }
    }

    /// <summary>Whether this system has the calls. A kernel or sandbox that refuses them is found out here, once.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Probe();

    public override int Receive(MediaSocket socket, int limit = Batch)
    {
        // The kernel overwrites the lengths of those that it filled.
        for (var i = 0; i < _used; i++)
            ResetLengths(i);
        var count = ReceiveMany(socket.Descriptor, _receiveHeaders, (uint)limit, DontWait, null);
        // A packet of ours that met a closed port is told here, once, in place of what came in: a far end that hears us on another
        // port than it announced is heard all the same.
        if (count < 0 && Marshal.GetLastPInvokeError() is ErrorConnectionRefused or ErrorInterrupted)
            count = ReceiveMany(socket.Descriptor, _receiveHeaders, (uint)limit, DontWait, null);
        // One more than were filled may have been touched.
        _used = Math.Min(Math.Max(count, 0) + 1, Batch);
        for (var i = 0; i < count; i++)
        {
            ref var message = ref _receive[i];
            InboundLengths[i] = (message.Header.Flags & Truncated) != 0 ? 0 : (int)message.Transferred;
            Sources[i] = UdpAddress.FromSocketAddress(_names.AsSpan(i * UdpAddress.SocketAddressLength, UdpAddress.SocketAddressLength), socket.IsIPv6);
            Arrivals[i] = ArrivalOf(i, (int)message.Header.ControlLength);
        }

        return Math.Max(count, 0);
    }

    public override void Connect(MediaSocket socket, in UdpAddress to)
    {
        var name = stackalloc byte[UdpAddress.SocketAddressLength];
        var length = WriteName(new Span<byte>(name, UdpAddress.SocketAddressLength), socket, to);
        socket.IsConnected = LinuxNative.Connect(socket.Descriptor, name, (uint)length) == 0;
    }

    public override void Disconnect(MediaSocket socket)
    {
        // connect(2): a name of family AF_UNSPEC dissolves the association; the bound port stays.
        var name = stackalloc byte[16];
        new Span<byte>(name, 16).Clear();
        if (LinuxNative.Connect(socket.Descriptor, name, 16) == 0)
            socket.IsConnected = false;
    }

    protected override int Send(MediaSocket socket, in UdpAddress to)
    {
        byte* name = null;
        var nameLength = 0u;
        if (!socket.IsConnected)
        {
            var target = _names.AsSpan(Batch * UdpAddress.SocketAddressLength, UdpAddress.SocketAddressLength);
            nameLength = (uint)WriteName(target, socket, to);
            name = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(target));
        }

        for (var i = 0; i < Staged; i++)
        {
            _send[i].Header.Name = name;
            _send[i].Header.NameLength = nameLength;
            _vectors[Batch + i].Length = (nuint)OutboundLength(i);
        }

        var done = 0;
        var retried = false;
        while (done < Staged)
        {
            var sent = SendMany(socket.Descriptor, _sendHeaders + done, (uint)(Staged - done), DontWait | NoSignal);
            if (sent > 0)
            {
                done += sent;
                continue;
            }

            // A refused port of an earlier packet is told to the next send, which has not been sent then: once more.
            if (retried || Marshal.GetLastPInvokeError() is not (ErrorConnectionRefused or ErrorInterrupted))
                break;
            retried = true;
        }

        return done;
    }

    private void ResetLengths(int index)
    {
        _receive[index].Header.NameLength = UdpAddress.SocketAddressLength;
        _receive[index].Header.ControlLength = _kernelTime ? (nuint)ControlLength : 0;
    }

    private static int WriteName(Span<byte> target, MediaSocket socket, in UdpAddress to)
    {
        BitConverter.TryWriteBytes(target, (ushort)(socket.IsIPv6 ? FamilyIPv6 : FamilyIPv4));
        return to.WriteSocketAddress(target, socket.IsIPv6);
    }

    private static bool Probe()
    {
        try
        {
            // No socket has the number -1: a libc that knows the calls answers "bad descriptor" (9), anything else means that they are not to be had.
            return ReceiveMany(-1, null, 0, DontWait, null) == -1 && Marshal.GetLastPInvokeError() == 9
                && SendMany(-1, null, 0, DontWait) == -1 && Marshal.GetLastPInvokeError() == 9;
        }
        catch (Exception failure) when (failure is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    // struct cmsghdr { size_t length; int level; int type; } then struct timespec, all of the machine's byte order.
    private long ArrivalOf(int index, int controlLength)
    {
        var control = _control.AsSpan(index * ControlLength, ControlLength);
        var word = sizeof(nint);
        if (controlLength >= word + 8 + 2 * word
            && BitConverter.ToInt32(control[word..]) == SocketLevel && BitConverter.ToInt32(control[(word + 4)..]) == TimestampNanoseconds)
        {
            var time = control[(word + 8)..];
            return word == 8
                ? BinaryPrimitives.ReadInt64LittleEndian(time) * 1_000_000_000 + BinaryPrimitives.ReadInt64LittleEndian(time[8..])
                : BinaryPrimitives.ReadInt32LittleEndian(time) * 1_000_000_000L + BinaryPrimitives.ReadInt32LittleEndian(time[4..]);
        }

        return (long)(_time.GetTimestamp() * (1e9 / _time.TimestampFrequency));
    }
}
