using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>What failures are counted for. The number is what was typed, whether an operator has it or not, so that both look alike.</summary>
/// <param name="Organisation">Whose line was called.</param>
/// <param name="Number">The operator number as typed.</param>
/// <param name="Line">Over which kind of line.</param>
public readonly record struct PinKey(OrganisationId Organisation, string Number, PinLine Line);
