namespace AlertAutomaton.Contracts.Alerts;

/// <summary>Asks how long an alert would take, without starting anything: body of <c>POST /api/v1/forecast</c>.</summary>
public sealed record ForecastRequest
{
    /// <summary>Number of households, 1 to 1,000,000.</summary>
    public required int Recipients { get; init; }

    /// <summary>Length of the message in seconds, 1 to 600.</summary>
    public required double MessageSeconds { get; init; }

    /// <summary>Name of the policy.</summary>
    public string Policy { get; init; } = "alert";
}
