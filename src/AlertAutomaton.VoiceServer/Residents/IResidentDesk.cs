using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>What residents do by phone, as the dialogue sees it.</summary>
public interface IResidentDesk
{
    /// <summary>The current alerts of whoever has a number.</summary>
    /// <param name="organisation">Whose line was called.</param>
    /// <param name="number">The number shown.</param>
    /// <returns>In any order.</returns>
    IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, E164Number number);

    /// <summary>The current alerts of the household with a code.</summary>
    /// <param name="organisation">Whose line was called.</param>
    /// <param name="code">10000 to 99999.</param>
    /// <returns>In any order.</returns>
    IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, int code);

    /// <summary>The sound of an alert's message.</summary>
    /// <param name="alert">The alert of the household.</param>
    /// <param name="language">The language wished for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when it has none.</returns>
    Task<ResidentMessage?> MessageAsync(HouseholdAlert alert, string language, CancellationToken ct);

    /// <summary>Writes an answer down.</summary>
    /// <param name="alert">The alert of the household.</param>
    /// <param name="option">The answer.</param>
    /// <returns>Only <see cref="CommandVerdict.Done"/> and <see cref="CommandVerdict.AlreadySo"/> may be confirmed aloud.</returns>
    Task<CommandVerdict> AcknowledgeAsync(HouseholdAlert alert, AcknowledgementOption option);

    /// <summary>Ends the calls to a number that is not the household's, in the running alerts.</summary>
    /// <param name="point">The contact point with the number.</param>
    Task CloseAsync(ContactPointId point);

    /// <summary>The name of an organisation.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when it has no sound.</returns>
    Task<PreparedPrompt?> NameAsync(OrganisationId organisation, string language, CancellationToken ct);

    /// <summary>What everybody may hear.</summary>
    /// <param name="organisation">Whose line was called.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is nothing to announce.</returns>
    Task<PreparedPrompt?> AnnouncementAsync(OrganisationId organisation, string language, CancellationToken ct);
}
