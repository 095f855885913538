namespace AlertAutomaton.Alerting.Duty;

/// <summary>What the heartbeat is told.</summary>
public abstract record HeartbeatInput
{
    private HeartbeatInput()
    {
    }

    /// <summary>Time has passed.</summary>
    /// <param name="LinesAreScarce">True while an alert needs the lines.</param>
    public sealed record Tick(bool LinesAreScarce) : HeartbeatInput;

    /// <summary>The test call is over.</summary>
    /// <param name="Result">How it went.</param>
    public sealed record Ended(HeartbeatResult Result) : HeartbeatInput;
}
