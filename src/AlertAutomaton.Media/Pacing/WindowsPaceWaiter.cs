using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace AlertAutomaton.Media.Pacing;

/// <summary>A high-resolution waitable timer (Windows 10 1803 and later); ordinary waits there are 15.6 ms coarse.</summary>
internal sealed partial class WindowsPaceWaiter : PaceWaiter
{
    private const uint HighResolution = 0x2;
    private const uint AllAccess = 0x1F0003;
    private const uint Infinite = 0xFFFF_FFFF;

    private readonly nint _timer;

    private WindowsPaceWaiter(nint timer)
    {
        _timer = timer;
    }

    /// <summary>Null on other systems and on a Windows that lacks it.</summary>
    public static WindowsPaceWaiter? TryCreate()
    {
        var timer = OperatingSystem.IsWindows() ? CreateTimer(0, 0, HighResolution, AllAccess) : 0;
        return timer == 0 ? null : new WindowsPaceWaiter(timer);
    }

    public override void WaitUntil(long timestamp)
    {
        // Relative times are negative, in units of 100 ns.
        var left = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), timestamp).Ticks;
        if (left <= 0)
            return;
        var due = -left;
        if (SetTimer(_timer, in due, 0, 0, 0, resume: 0) != 0)
            _ = Wait(_timer, Infinite);
    }

    public override void Dispose() => _ = Close(_timer);

    [LibraryImport("kernel32", EntryPoint = "CreateWaitableTimerExW")]
    [SupportedOSPlatform("windows")]
    private static partial nint CreateTimer(nint security, nint name, uint flags, uint access);

    [LibraryImport("kernel32", EntryPoint = "SetWaitableTimer")]
    private static partial int SetTimer(nint timer, in long due, int period, nint routine, nint argument, int resume);

    [LibraryImport("kernel32", EntryPoint = "WaitForSingleObject")]
    private static partial uint Wait(nint handle, uint milliseconds);

    [LibraryImport("kernel32", EntryPoint = "CloseHandle")]
    private static partial int Close(nint handle);
}
