using AlertAutomaton.Media.Transport;

namespace AlertAutomaton.Media.Pacing;

/// <summary>
/// Lets a clock thread go before other work. .NET's thread priority does nothing on Linux, where each thread has a nice value of its own;
/// lowering it needs CAP_SYS_NICE or a limit that allows it (<c>LimitNICE=-15</c> in a systemd unit).
/// </summary>
internal static class ThreadUrgency
{
    // Below real-time scheduling on purpose: sound must not starve signalling when the machine is too small.
    private const int Nice = -15;
    private const int Process = 0;
    private const int CallingThread = 0;

    /// <summary>Raises the calling thread; false where the system does not let us.</summary>
    public static bool TryRaise()
    {
        if (!OperatingSystem.IsLinux())
            return true;
        try
        {
            return LinuxNative.SetPriority(Process, CallingThread, Nice) == 0;
        }
        catch (Exception failure) when (failure is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }
}
