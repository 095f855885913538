using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Links;

/// <summary>What a link leads to, at one moment.</summary>
internal sealed record LinkView
{
    public required AlertId Alert { get; init; }

    public required RecipientId Recipient { get; init; }

    /// <summary>Who warns; empty where it has no name.</summary>
    public required string Organisation { get; init; }

    public required AlertKind Kind { get; init; }

    public required AlertPurpose Purpose { get; init; }

    /// <summary>True when the link was sent to the trusted person of the household.</summary>
    public required bool ForTrustedPerson { get; init; }

    /// <summary>The language of the household (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>What is said; empty where the message is only a recording.</summary>
    public required string Message { get; init; }

    /// <summary>The language of <see cref="Message"/> (BCP 47).</summary>
    public required string MessageLanguage { get; init; }

    /// <summary>When the alert was launched, on the organisation's clock.</summary>
    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>True when the alert is over and takes no more answers.</summary>
    public required bool IsOver { get; init; }

    /// <summary>The answer on file.</summary>
    public required AcknowledgementOption OnFile { get; init; }
}
