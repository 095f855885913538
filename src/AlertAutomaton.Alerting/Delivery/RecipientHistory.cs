using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What the planner may know of a recipient: a view, so that planning a million of them allocates nothing for it.</summary>
public readonly ref struct RecipientHistory
{
    /// <summary>The points in order, at most <see cref="Contact.MaximumPoints"/>.</summary>
    public required ReadOnlySpan<ContactPoint> Points { get; init; }

    /// <summary>All attempts in order of their number, open ones included.</summary>
    public required ReadOnlySpan<PastAttempt> Attempts { get; init; }

    /// <summary>True for a vulnerable household.</summary>
    public bool Vulnerable { get; init; }

    /// <summary>What was acknowledged, in an attempt or otherwise.</summary>
    public AcknowledgementOption Acknowledgement { get; init; }

    /// <summary>The points closed from outside: bit n stands for point n.</summary>
    public uint ClosedPoints { get; init; }

    /// <summary>How far the alert got with the recipient so far.</summary>
    /// <returns>The best score of its attempts, or confirmed.</returns>
    public RecipientScore Score()
    {
        if (Acknowledgement != AcknowledgementOption.None)
        {
            return RecipientScore.Confirmed;
        }

        var score = RecipientScore.Unreached;
        foreach (ref readonly var attempt in Attempts)
        {
            var reached = RetryRules.For(attempt.Outcome).Score;
            score = reached > score ? reached : score;
        }

        return score;
    }
}
