using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>The answer to the question how long an alert would take.</summary>
internal abstract record ForecastOutcome
{
    private ForecastOutcome()
    {
    }

    public sealed record Known(ForecastResource Forecast) : ForecastOutcome;

    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : ForecastOutcome;
}
