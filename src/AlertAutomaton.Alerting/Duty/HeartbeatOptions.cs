using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>How the chain of calls is tested.</summary>
public sealed record HeartbeatOptions
{
    /// <summary>The number that is called; null: no test calls.</summary>
    public E164Number? Number { get; init; }

    /// <summary>What it has to bring back.</summary>
    public HeartbeatProof Proof { get; init; } = HeartbeatProof.Sound;

    /// <summary>Between two test calls, 5 min to 24 h.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Before the next one after a failure, 5 s up to <see cref="Interval"/>.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Failures in a row that make an alarm, 1 to 10.</summary>
    public int FailuresToAlarm { get; init; } = 2;

    /// <summary>Without a good call and without a reason to skip one for so long, the chain is silent: an alarm. Longer than <see cref="Interval"/>.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(150);

    /// <summary>Without a good call for so long, whatever the reason: an alarm. Longer than <see cref="LateAfter"/>.</summary>
    public TimeSpan LongestSkipping { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long the proof is waited for after the answer, 5 to 60 s.</summary>
    public TimeSpan ListenFor { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>After the start, so that the trunks have come up, 0 to 10 min.</summary>
    public TimeSpan FirstAfter { get; init; } = TimeSpan.FromMinutes(1);
}
