namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>Notices that the clock of the machine was stepped: its time and the time that really passed no longer agree. For one reader.</summary>
internal sealed class ClockStep
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private DateTimeOffset _wall;
    private long _stamp;

    public ClockStep(TimeProvider time)
    {
        _time = time;
        _wall = time.GetUtcNow();
        _stamp = time.GetTimestamp();
    }

    /// <summary>Whether it was stepped since the last look.</summary>
    public bool Look()
    {
        var wall = _time.GetUtcNow();
        var stamp = _time.GetTimestamp();
        var off = wall - _wall - _time.GetElapsedTime(_stamp, stamp);
        (_wall, _stamp) = (wall, stamp);
        return off.Duration() > Tolerance;
    }
}
