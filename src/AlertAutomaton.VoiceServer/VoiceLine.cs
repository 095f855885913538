using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.VoiceServer;

/// <summary>A number that the voice server answers. It decides who is meant, in which language, and for whom.</summary>
/// <param name="Number">The number called.</param>
/// <param name="Audience">Whose line it is.</param>
/// <param name="Language">Two letters; a language of the prompt catalogue.</param>
/// <param name="Organisation">For whom it answers.</param>
public sealed record VoiceLine(E164Number Number, VoiceLineAudience Audience, string Language, OrganisationId Organisation);
