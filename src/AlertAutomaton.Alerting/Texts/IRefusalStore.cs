using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Texts;

/// <summary>
/// Keeps who refuses texts. Safe for concurrent use; tasks complete only when synced on disk. Whoever makes an audience asks it and adds SMS
/// to the <see cref="Register.Contact.InformationRefusals"/> of the contacts concerned.
/// </summary>
public interface IRefusalStore
{
    /// <summary>Stores a refusal; storing it again changes nothing.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <returns>False when it could not be written: the text that said so stays open and is worked on again.</returns>
    Task<bool> AddAsync(TextRefusal refusal);

    /// <summary>Who refuses texts of an organisation.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The numbers.</returns>
    Task<IReadOnlySet<E164Number>> RefusedAsync(OrganisationId organisation, CancellationToken ct);
}
