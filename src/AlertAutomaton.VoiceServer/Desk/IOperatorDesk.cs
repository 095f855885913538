using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>What operators do by phone, as the dialogues see it.</summary>
public interface IOperatorDesk
{
    /// <summary>Says what a launch would do.</summary>
    /// <param name="organisation">For whom.</param>
    /// <param name="content">What.</param>
    /// <param name="kind">Real, exercise or test.</param>
    /// <param name="language">In which it is said, two letters.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The proposal, or why not.</returns>
    Task<LaunchProposal> ProposeAsync(OrganisationId organisation, DraftContent content, AlertKind kind, string language, CancellationToken ct);

    /// <summary>Launches it.</summary>
    /// <param name="organisation">For whom.</param>
    /// <param name="content">What.</param>
    /// <param name="kind">Real, exercise or test.</param>
    /// <param name="launchedBy">Who, for the journal.</param>
    /// <param name="idempotencyKey">The same key never launches twice.</param>
    /// <param name="ct">Gives up before it is accepted.</param>
    /// <returns>The engine's answer.</returns>
    Task<LaunchResult> LaunchAsync(OrganisationId organisation, DraftContent content, AlertKind kind, string launchedBy, string idempotencyKey, CancellationToken ct);

    /// <summary>The alerts of an organisation: those not finished, then the latest finished ones.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="language">In which their names are said.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>At most ten.</returns>
    Task<IReadOnlyList<DeskAlert>> ListAsync(OrganisationId organisation, string language, CancellationToken ct);

    /// <summary>Steers an alert.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="command">How.</param>
    /// <param name="by">Who, for the journal.</param>
    /// <returns>The engine's answer.</returns>
    Task<CommandVerdict> ChangeAsync(AlertId alert, AlertCommand command, string by);

    /// <summary>The message of an alert as residents hear it.</summary>
    /// <param name="alert">Which.</param>
    /// <param name="language">The language wished for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when it has no sound.</returns>
    Task<PreparedPrompt?> MessageAsync(Alert alert, string language, CancellationToken ct);

    /// <summary>What is wrong now.</summary>
    /// <returns>Empty when all is well.</returns>
    IReadOnlyList<LineTrouble> Troubles();
}
