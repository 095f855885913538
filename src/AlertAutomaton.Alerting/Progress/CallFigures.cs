using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>What calls of one place in the row and one outcome have shown.</summary>
/// <param name="Call">The first, second, third, … attempt to its recipient; the last also counts all later ones.</param>
/// <param name="Outcome">How they ended.</param>
/// <param name="Count">How many.</param>
/// <param name="LineTime">For how long they held lines, all together.</param>
public sealed record CallFigures(int Call, AttemptOutcome Outcome, long Count, TimeSpan LineTime);
