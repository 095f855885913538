using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Client;

/// <summary>What became of a submission.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Status">What the gateway answered; null when it did not.</param>
/// <param name="Text">In words, for a log or an attempt's detail, without numbers and texts.</param>
/// <param name="MessageIds">The ids of the segments that were taken, in order; one may be empty when the gateway gave none.</param>
/// <param name="Wait">When throttled: how long to wait.</param>
public sealed record SubmitResult(
    SubmitResultKind Kind, CommandStatus? Status, string Text, IReadOnlyList<string> MessageIds, TimeSpan? Wait = null);
