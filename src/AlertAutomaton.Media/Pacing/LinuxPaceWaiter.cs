using AlertAutomaton.Media.Transport;

namespace AlertAutomaton.Media.Pacing;

/// <summary><c>clock_nanosleep(2)</c> until an absolute time: exact to some 50 µs, and no drift between deciding and sleeping.</summary>
internal sealed unsafe class LinuxPaceWaiter : PaceWaiter
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Whether timestamps are the nanoseconds of the monotonic clock, as .NET has it on Linux.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && TimeProvider.System.TimestampFrequency == NanosecondsPerSecond;

    public override void WaitUntil(long timestamp)
    {
        var until = new LinuxNative.TimeSpecification
        {
            Seconds = (nint)(timestamp / NanosecondsPerSecond),
            Nanoseconds = (nint)(timestamp % NanosecondsPerSecond),
        };
        while (LinuxNative.Sleep(LinuxNative.MonotonicClock, LinuxNative.AbsoluteTime, &until, null) == LinuxNative.ErrorInterrupted)
        {
        }
    }

    public override void Dispose()
    {
    }
}
