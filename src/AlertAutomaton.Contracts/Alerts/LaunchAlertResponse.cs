namespace AlertAutomaton.Contracts.Alerts;

/// <summary>Answer to a launch: the alert and all its recipients are on disk.</summary>
public sealed record LaunchAlertResponse
{
    /// <summary>Identifier of the alert; the same for every repetition of the same order.</summary>
    public required Guid Id { get; init; }

    /// <summary>True when this idempotency key had been accepted before, so nothing new was started.</summary>
    public required bool AlreadyAccepted { get; init; }

    /// <summary>Number of recipients that are on disk.</summary>
    public required int Recipients { get; init; }

    /// <summary>Households left out because they refuse information on every way there is.</summary>
    public int LeftOut { get; init; }

    /// <summary>Households that are warned over a refusal of information, because the alert is vital.</summary>
    public int RefusalsOverridden { get; init; }

    /// <summary>How long it will take, as far as lines and policy tell.</summary>
    public ForecastResource? Forecast { get; init; }
}
