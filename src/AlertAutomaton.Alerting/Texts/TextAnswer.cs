using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Texts;

/// <summary>An answer that is about to be sent to somebody who wrote. Written down before it leaves, so that it never leaves twice.</summary>
/// <param name="Number">To whom.</param>
/// <param name="Alert">About which alert; null when about none.</param>
/// <param name="What">Which answer, at most 32 characters: <c>Safe</c>, <c>NeedsHelp</c>, <c>Present</c>, <c>Absent</c>, <c>Stop</c>, <c>HowTo</c>.</param>
/// <param name="To">The text that it answers, by its <see cref="InboundText.Id"/>.</param>
/// <param name="At">When (UTC).</param>
public sealed record TextAnswer(E164Number Number, AlertId? Alert, string What, Guid To, DateTimeOffset At);
