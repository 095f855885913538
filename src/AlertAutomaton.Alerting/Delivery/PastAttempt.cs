namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What the planner remembers of one attempt; 40 bytes, because a night of retries has millions of them.</summary>
public readonly record struct PastAttempt
{
    private readonly long _begun;
    private readonly long _ended;

    /// <summary>Remembers an attempt.</summary>
    /// <param name="pointIndex">Which of the recipient's points, from 0 to 31.</param>
    /// <param name="lane">Which lane of the policy, from 0.</param>
    /// <param name="outcome">How it ended; <see cref="AttemptOutcome.Open"/> while it has not.</param>
    /// <param name="begun">When it was written down.</param>
    /// <param name="ended">When it ended; the same as <paramref name="begun"/> while open.</param>
    /// <param name="line">The line that carried it, when one did.</param>
    /// <param name="voicemailLeft">True when the message was left on a machine.</param>
    /// <param name="retryAfter">What the far end asked for, in whole seconds, at most 65,535.</param>
    public PastAttempt(
        int pointIndex,
        int lane,
        AttemptOutcome outcome,
        DateTimeOffset begun,
        DateTimeOffset ended,
        string? line = null,
        bool voicemailLeft = false,
        TimeSpan retryAfter = default)
    {
        _begun = begun.UtcTicks;
        _ended = ended.UtcTicks;
        Line = line;
        PointIndex = checked((byte)pointIndex);
        Lane = checked((byte)lane);
        Outcome = outcome;
        VoicemailLeft = voicemailLeft;
        RetryAfterSeconds = (ushort)Math.Clamp(retryAfter.TotalSeconds, 0, ushort.MaxValue);
    }

    /// <summary>The line that carried it, when one did.</summary>
    public string? Line { get; }

    /// <summary>What the far end asked for, in seconds; 0 when nothing.</summary>
    public ushort RetryAfterSeconds { get; }

    /// <summary>Which of the recipient's points, from 0.</summary>
    public byte PointIndex { get; }

    /// <summary>Which lane of the policy, from 0.</summary>
    public byte Lane { get; }

    /// <summary>How it ended.</summary>
    public AttemptOutcome Outcome { get; }

    /// <summary>True when the message was left on a machine.</summary>
    public bool VoicemailLeft { get; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset Begun => new(_begun, TimeSpan.Zero);

    /// <summary>When it ended.</summary>
    public DateTimeOffset Ended => new(_ended, TimeSpan.Zero);

    /// <summary>The same attempt, ended at another moment.</summary>
    /// <param name="ended">The moment.</param>
    /// <returns>The attempt.</returns>
    public PastAttempt EndedBy(DateTimeOffset ended) =>
        new(PointIndex, Lane, Outcome, Begun < ended ? Begun : ended, ended, Line, VoicemailLeft, TimeSpan.FromSeconds(RetryAfterSeconds));
}
