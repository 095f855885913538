using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>What became of an order.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Alert">The alert, when it was accepted now or before, or the one that used the key.</param>
/// <param name="Faults">What is wrong with the request, one line each; empty unless refused.</param>
public sealed record LaunchResult(LaunchVerdict Verdict, AlertId Alert, IReadOnlyList<string> Faults)
{
    /// <summary>Contacts that were left out because they refuse information on every way there is.</summary>
    public int LeftOut { get; init; }

    /// <summary>Contacts that are warned over a refusal, because the alert is vital.</summary>
    public int RefusalsOverridden { get; init; }
}
