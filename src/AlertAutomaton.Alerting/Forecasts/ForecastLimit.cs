namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>What makes it take as long as it takes.</summary>
public enum ForecastLimit : byte
{
    /// <summary>There are enough lines for everybody at once.</summary>
    None,

    /// <summary>The number of lines.</summary>
    Lines,

    /// <summary>The new calls per second that the operator allows.</summary>
    StartsPerSecond,

    /// <summary>No line serves anybody: it would never begin.</summary>
    NoLine,
}
