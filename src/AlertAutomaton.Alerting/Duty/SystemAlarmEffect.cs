namespace AlertAutomaton.Alerting.Duty;

/// <summary>What follows from the readings.</summary>
public abstract record SystemAlarmEffect
{
    private SystemAlarmEffect()
    {
    }

    /// <summary>Tell it by another path.</summary>
    /// <param name="Reading">What is unwell.</param>
    public sealed record Tell(SystemReading Reading) : SystemAlarmEffect;

    /// <summary>Give it to the duty chain, or give it more weight there.</summary>
    /// <param name="Reading">What is unwell.</param>
    /// <param name="Rule">What that means.</param>
    /// <param name="Severity">How much it wants a person now.</param>
    /// <param name="Since">Since when.</param>
    public sealed record Phone(SystemReading Reading, SystemAlarmRule Rule, DutySeverity Severity, DateTimeOffset Since) : SystemAlarmEffect;

    /// <summary>It is well again: say so and end the matter.</summary>
    /// <param name="Reading">What is well.</param>
    public sealed record Over(SystemReading Reading) : SystemAlarmEffect;
}
