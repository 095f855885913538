using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Texts;

/// <summary>
/// Somebody wrote STOP: no more texts for information and convocations from an organisation. A vital alert goes over it, as over every
/// refusal, and that is counted.
/// </summary>
/// <param name="Number">The number.</param>
/// <param name="Organisation">Who is refused; null when it wrote without an alert that says whom: every organisation on this machine.</param>
/// <param name="Text">The text that said so, by its <see cref="InboundText.Id"/>: the proof.</param>
/// <param name="At">When (UTC).</param>
public sealed record TextRefusal(E164Number Number, OrganisationId? Organisation, Guid Text, DateTimeOffset At);
