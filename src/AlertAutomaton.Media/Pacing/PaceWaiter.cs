namespace AlertAutomaton.Media.Pacing;

/// <summary>Sleeps until an instant of <see cref="TimeProvider.System"/>'s timestamps, as exactly as the system can.</summary>
internal abstract class PaceWaiter : IDisposable
{
    public static PaceWaiter Create() =>
        LinuxPaceWaiter.IsSupported ? new LinuxPaceWaiter()
        : WindowsPaceWaiter.TryCreate() is { } windows ? windows
        : new PortablePaceWaiter();

    public abstract void WaitUntil(long timestamp);

    public abstract void Dispose();
}
