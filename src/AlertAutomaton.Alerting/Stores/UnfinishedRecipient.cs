using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>A recipient that is not final, with its history.</summary>
public sealed record UnfinishedRecipient
{
    /// <summary>The recipient as frozen.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>All its attempts in order of their number; open ones with <see cref="AttemptOutcome.Open"/>.</summary>
    public IReadOnlyList<PastAttempt> Attempts { get; init; } = [];

    /// <summary>What is known besides about those of <see cref="Attempts"/> that are open.</summary>
    public IReadOnlyList<OpenAttempt> Open { get; init; } = [];

    /// <summary>What was acknowledged; <see cref="AcknowledgementOption.None"/> when nothing was.</summary>
    public AcknowledgementOption Acknowledgement { get; init; }

    /// <summary>The caller id shown on earlier attempts.</summary>
    public string? CallerId { get; init; }

    /// <summary>The points closed by <see cref="Journal.ContactPointInvalidated"/>: bit n stands for point n.</summary>
    public uint ClosedPoints { get; init; }
}
