using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Lab.Smsc;

/// <summary>What the SMSC and the handset do with a text.</summary>
/// <param name="Status">The answer to submit_sm.</param>
/// <param name="State">The final state; null when no receipt ever tells.</param>
/// <param name="Error">The error code in the receipt.</param>
/// <param name="Reply">What the resident answers; null for nothing.</param>
public sealed record TextPlan(CommandStatus Status, MessageState? State, string Error = "000", string? Reply = null);
