namespace AlertAutomaton.Contracts.Problems;

/// <summary>One field of an order that cannot be accepted.</summary>
/// <param name="Pointer">JSON pointer of the field (RFC 6901), for example <c>/recipients/3/phones/0</c>.</param>
/// <param name="Detail">What is wrong and the mend.</param>
public sealed record FieldProblem(string Pointer, string Detail);
