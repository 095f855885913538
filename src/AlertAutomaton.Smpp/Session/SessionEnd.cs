using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>Why a session ended.</summary>
/// <param name="Kind">How.</param>
/// <param name="Status">What the far end answered to the bind.</param>
/// <param name="Reason">In words, for log and snapshot.</param>
internal sealed record SessionEnd(SessionEndKind Kind, CommandStatus Status, string Reason);
