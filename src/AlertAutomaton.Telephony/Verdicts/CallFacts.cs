namespace AlertAutomaton.Telephony.Verdicts;

/// <summary>Everything known about one finished call, as the verdict table wants it. Holds no SIP objects so that the table stays pure.</summary>
public sealed record CallFacts
{
    /// <summary>How the signalling ended.</summary>
    public required CallEndCause End { get; init; }

    /// <summary>The final status of the INVITE when it was refused, 300-699.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The reason phrase that came with the status; cut to 60 characters in the verdict.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>The Q.850 cause of a Reason header (RFC 3326).</summary>
    public int? Q850Cause { get; init; }

    /// <summary>Retry-After of the final response (RFC 3261 §20.33).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when a provisional response other than 100 was seen: the call had got beyond the trunk.</summary>
    public bool ProvisionalSeen { get; init; }

    /// <summary>True when the call was answered with 2xx.</summary>
    public bool Answered { get; init; }

    /// <summary>The deciding key, when one of the answer table or the wrong-number key was pressed.</summary>
    public char? Key { get; init; }

    /// <summary>Keys that acknowledge, normally "12".</summary>
    public string AnswerKeys { get; init; } = "12";

    /// <summary>The key that says "wrong number".</summary>
    public char WrongNumberKey { get; init; } = '9';

    /// <summary>True when the message was said once from its beginning to its end.</summary>
    public bool PlayedToEnd { get; init; }

    /// <summary>True when the far end was judged to be an answering machine.</summary>
    public bool MachineJudged { get; init; }

    /// <summary>True after a T.38 offer or a fax tone.</summary>
    public bool FaxSeen { get; init; }

    /// <summary>True when the trunk's own channel limit, not the callee, explains the refusal (see <c>ChannelLimitEstimator</c>).</summary>
    public bool TrunkFull { get; init; }

    /// <summary>What happened on our side, for the detail line, or null.</summary>
    public string? LocalDetail { get; init; }
}
