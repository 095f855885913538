using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>One way in which a call may go.</summary>
/// <param name="Outcome">How it ends.</param>
/// <param name="Share">Its weight among the calls beside it; not negative, the weights of a list need not add up to 1.</param>
/// <param name="LineTime">How long it holds a line.</param>
public sealed record AssumedCall(AttemptOutcome Outcome, double Share, TimeSpan LineTime)
{
    /// <summary>Known of calls that follow such an outcome only; null: of all.</summary>
    public AttemptOutcome? After { get; init; }
}
