using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Drafts;

/// <summary>An alert that somebody asked for. Never changes in place; <see cref="DraftRules"/> makes the next version.</summary>
public sealed record Draft
{
    /// <summary>Names the draft; its launch has the idempotency key made of it, so that it never leaves twice.</summary>
    public required DraftId Id { get; init; }

    /// <summary>Whose.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>What is to be launched.</summary>
    public required DraftContent Content { get; init; }

    /// <summary>Real, exercise or test.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>As lists show it.</summary>
    public required string Title { get; init; }

    /// <summary>Households when it was asked for.</summary>
    public required int Households { get; init; }

    /// <summary>Who asked.</summary>
    public required OperatorId SubmittedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public DraftState State { get; init; }

    /// <summary>When it was submitted last.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it goes without a second person; null: never.</summary>
    public DateTimeOffset? OverrideAt { get; init; }

    /// <summary>Who decided; null for an override.</summary>
    public OperatorId? DecidedBy { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>True when nobody answered in time and it went with one person's word.</summary>
    public bool ByOverride { get; init; }

    /// <summary>Why it was returned or rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>The alert that it became.</summary>
    public AlertId? Alert { get; init; }

    /// <summary>Counts the changes, from 0.</summary>
    public int Version { get; init; }

    /// <summary>The key with which it is launched.</summary>
    public string IdempotencyKey => $"draft-{Id}";
}
