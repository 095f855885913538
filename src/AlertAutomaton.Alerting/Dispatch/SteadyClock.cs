namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>
/// The time of day as it was when the process began, moved on by the monotonic clock: a step of the system's clock neither ends an
/// alert early nor rings a household twice.
/// </summary>
internal sealed class SteadyClock
{
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _start;
    private readonly long _timestamp;

    public SteadyClock(TimeProvider time)
    {
        _time = time;
        _start = time.GetUtcNow();
        _timestamp = time.GetTimestamp();
    }

    public TimeProvider Provider => _time;

    public DateTimeOffset Now => _start + _time.GetElapsedTime(_timestamp);
}
