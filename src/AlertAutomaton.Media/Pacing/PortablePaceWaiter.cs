namespace AlertAutomaton.Media.Pacing;

/// <summary>The wait that every system has, exact to a millisecond or to the system's tick.</summary>
internal sealed class PortablePaceWaiter : PaceWaiter
{
    private readonly ManualResetEventSlim _never = new(initialState: false, spinCount: 0);

    public override void WaitUntil(long timestamp)
    {
        var left = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), timestamp);
        if (left > TimeSpan.Zero)
            _never.Wait(left);
    }

    public override void Dispose() => _never.Dispose();
}
