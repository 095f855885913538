using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Channels.Sms.Texts;

/// <summary>What differs from one text of an alert to the next.</summary>
/// <param name="Language">The household's language (BCP 47).</param>
/// <param name="Role">Whether the household itself is texted or its trusted person.</param>
/// <param name="Name">The name of the household on the list; null when it is not known here.</param>
/// <param name="LinkToken">The secret of the link; null where links are off. Never logged.</param>
/// <param name="Code">The code of the household for the residents' line; null where there is none. Never logged.</param>
public readonly record struct SmsAddressee(string Language, ContactPointRole Role, string? Name, string? LinkToken, int? Code = null);
