namespace AlertAutomaton.Contracts.Alerts;

/// <summary>How long an alert is expected to take.</summary>
public sealed record ForecastResource
{
    /// <summary>Channels that the forecast counts with.</summary>
    public required int Channels { get; init; }

    /// <summary>New calls per second that the trunks allow together.</summary>
    public required double CallsPerSecond { get; init; }

    /// <summary>Seconds until every household has been tried once.</summary>
    public required double FirstPassSeconds { get; init; }

    /// <summary>Seconds until every household is final.</summary>
    public required double TotalSeconds { get; init; }
}
