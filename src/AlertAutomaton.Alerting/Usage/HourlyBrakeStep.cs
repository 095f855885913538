namespace AlertAutomaton.Alerting.Usage;

/// <summary>What the limits of an hour do to one alert now.</summary>
public enum HourlyBrakeStep : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is paused.</summary>
    Pause,

    /// <summary>It goes on.</summary>
    Resume,
}
