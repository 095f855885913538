namespace AlertAutomaton.Alerting.Policies;

/// <summary>
/// How long and on which ways a household is tried, as data. A policy is a list of lanes that run beside each other; any answer
/// on one of them closes the household and with it all lanes.
/// </summary>
public sealed record DeliveryPolicy
{
    /// <summary>The most lanes a policy may have.</summary>
    public const int MaximumLanes = 16;

    /// <summary>The name operators choose it by (<c>alert</c>, <c>information</c>, …).</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public AlertPurpose Purpose { get; init; }

    /// <summary>How long after a text or mail went out its answer is waited for, before the household is given up. Zero to 30 days.</summary>
    public TimeSpan AnswerWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>True: a text that is on the handset closes the household; false: only an answer does.</summary>
    public bool DeliveredIsEnough { get; init; }

    /// <summary>The lanes, 1 to <see cref="MaximumLanes"/>.</summary>
    public required IReadOnlyList<DeliveryLane> Lanes { get; init; }

    /// <summary>The least time between the end of one call to a number and the next call to the same number.</summary>
    public TimeSpan NumberFloor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most attempts for one recipient over all lanes, failures of the network not counted. 1 to 1,000.</summary>
    public int MaximumAttempts { get; init; } = 40;

    /// <summary>How often the message must be heard to its end, without a key, before that is enough; 0: never enough.</summary>
    public int HeardIsEnoughAfter { get; init; } = 1;

    /// <summary>Waits before the second, third, … retry after failures of the network in a row (the first is at once); the last repeats. Never empty.</summary>
    public IReadOnlyList<TimeSpan> NetworkBackOff { get; init; } =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)];

    /// <summary>How many attempts in a row that never left close a contact point.</summary>
    public int NotSentIsEnoughAfter { get; init; } = 3;

    /// <summary>The longest wait that a far end may ask for (Retry-After).</summary>
    public TimeSpan RetryAfterCap { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>When nobody may be disturbed; null: always allowed.</summary>
    public QuietHours? QuietHours { get; init; }
}
