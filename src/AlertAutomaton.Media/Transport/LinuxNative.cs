using System.Runtime.InteropServices;

namespace AlertAutomaton.Media.Transport;

/// <summary>The Linux system calls of the hot path. Structures are those of <c>socket(7)</c> and <c>recvmmsg(2)</c>.</summary>
internal static unsafe partial class LinuxNative
{
    public const int DontWait = 0x40;
    public const int NoSignal = 0x4000;
    public const int Truncated = 0x20;
    public const int SocketLevel = 1;
    public const int TimestampNanoseconds = 35;
    public const int FamilyUnspecified = 0;
    public const int FamilyIPv4 = 2;
    public const int FamilyIPv6 = 10;
    public const int ErrorConnectionRefused = 111;
    public const int ErrorInterrupted = 4;
    public const int MonotonicClock = 1;
    public const int AbsoluteTime = 1;

    [LibraryImport("libc", EntryPoint = "recvmmsg", SetLastError = true)]
    public static partial int ReceiveMany(int socket, ManyMessageHeader* messages, uint count, int flags, void* timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    public static partial int SendMany(int socket, ManyMessageHeader* messages, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    public static partial int Connect(int socket, byte* address, uint length);

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    public static partial int Sleep(int clock, int flags, TimeSpecification* until, TimeSpecification* remaining);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    public static partial int SetPriority(int which, int who, int nice);

    [StructLayout(LayoutKind.Sequential)]
    public struct IoVector
    {
        public void* Base;
        public nuint Length;
    }

    /// <summary><c>struct mmsghdr</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ManyMessageHeader
    {
        public MessageHeader Header;
        public uint Transferred;
    }

    /// <summary><c>struct msghdr</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MessageHeader
    {
        public byte* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public byte* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary><c>struct timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
