using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>How the signalling of a call ended.</summary>
public sealed record CallEnding
{
    /// <summary>What ended it.</summary>
    public required CallEndCause Cause { get; init; }

    /// <summary>The final status of a refusal.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Its reason phrase.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>The Q.850 cause of a Reason header.</summary>
    public int? Q850Cause { get; init; }

    /// <summary>Retry-After as sent.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when it rang (101-199 seen).</summary>
    public bool Rang { get; init; }

    /// <summary>True when the trunk gave any sign of life, 100 included.</summary>
    public bool TrunkAnswered { get; init; }

    /// <summary>What happened on our side, or null.</summary>
    public string? Detail { get; init; }

    /// <summary>How long somebody was on the line.</summary>
    public TimeSpan Talked { get; init; }
}
