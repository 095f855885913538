using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Residents;

/// <summary>A current alert of a household that phoned.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Recipient">The household in it.</param>
/// <param name="Contact">The household in the register.</param>
/// <param name="Language">The household's language.</param>
/// <param name="Role">Whose number it is that phoned; own where it came by code.</param>
/// <param name="Point">The contact point with that number; null where it came by code.</param>
public sealed record HouseholdAlert(Alert Alert, RecipientId Recipient, ContactId Contact, string Language, ContactPointRole Role, ContactPointId? Point);
