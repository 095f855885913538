namespace AlertAutomaton.Telephony.Verdicts;

/// <summary>The judgement on one finished call: what it was, who caused it, and what may be done next.</summary>
public sealed record CallVerdict
{
    /// <summary>What it was, in phone terms.</summary>
    public required CallOutcome Outcome { get; init; }

    /// <summary>One short line for the journal, such as "486 Busy Here" or "no answer within 30 s". Carries no phone number.</summary>
    public required string Detail { get; init; }

    /// <summary>Who caused it.</summary>
    public required FaultSide Cause { get; init; }

    /// <summary>True when the attempt counts among the attempts that the policy grants to the contact point.</summary>
    public required bool ChargedToRecipient { get; init; }

    /// <summary>True when the same number may be tried at once on another trunk (network failures only, never a refusal).</summary>
    public required bool NextTrunk { get; init; }

    /// <summary>True when the phone rang, or the network said that it would (a provisional response beyond 100).</summary>
    public bool Rang { get; init; }

    /// <summary>How long the far end asked to be left alone, capped at 60 s, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The final SIP status, 300-699, or null when none came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The Q.850 cause of a Reason header (RFC 3326), 1-127, or null.</summary>
    public int? Q850Cause { get; init; }
}
