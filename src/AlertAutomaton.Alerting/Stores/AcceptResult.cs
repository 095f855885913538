using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>What became of an order.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Alert">The alert on disk: the ordered one, or the earlier one of the same key.</param>
public readonly record struct AcceptResult(AcceptVerdict Verdict, AlertId Alert);
