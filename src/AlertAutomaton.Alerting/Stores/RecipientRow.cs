using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>The state of one recipient. Equal to what <see cref="Journal.AlertReplay"/> makes of the journal.</summary>
public sealed record RecipientRow
{
    /// <summary>The recipient as frozen.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>How far the alert got with it so far.</summary>
    public RecipientScore Score { get; init; }

    /// <summary>Why nothing more is tried; null while something is.</summary>
    public FinishReason? Reason { get; init; }

    /// <summary>True when <see cref="Reason"/> is set: <see cref="Score"/> is final (a late acknowledgement may still raise it).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsFinal => Reason is not null;

    /// <summary>What was acknowledged.</summary>
    public AcknowledgementOption Acknowledgement { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of them are open.</summary>
    public int OpenAttempts { get; init; }

    /// <summary>The next attempt as planned when the last one ended; null while one is open, before the first, and when final.</summary>
    public PlannedStep? Next { get; init; }

    /// <summary>The caller id shown on the first attempt.</summary>
    public string? CallerId { get; init; }

    /// <summary>The points closed from outside: bit n stands for point n.</summary>
    public uint ClosedPoints { get; init; }
}
