using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>One delivery policy: how long and on which ways a household is tried.</summary>
internal sealed record PolicyOptions
{
    /// <summary>Name that orders choose it by; alert, information or convocation replaces the built-in policy of that name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is for: a vital alert goes over refusals of information, a convocation counts who comes.</summary>
    [Allowed("Vital", "Information", "Convocation")]
    public string Purpose { get; init; } = "Vital";

    /// <summary>Seconds after a text or mail during which its answer is waited for before the household is given up.</summary>
    [Range(0, 2_592_000)]
    public int AnswerWaitSeconds { get; init; } = 900;

    /// <summary>True: a text that is on the handset is enough; false: only an answer is.</summary>
    public bool DeliveredIsEnough { get; init; }

    /// <summary>Seconds at least between the end of one call to a number and the next call to it.</summary>
    [Range(0, 86_400)]
    public int NumberFloorSeconds { get; init; } = 60;

    /// <summary>Most attempts for one household, failures of the network not counted.</summary>
    [Range(1, 1000)]
    public int MaximumAttempts { get; init; } = 40;

    /// <summary>How often the message must be heard to its end, without a key, before that is enough; 0: never.</summary>
    [Range(0, 1000)]
    public int HeardIsEnoughAfter { get; init; } = 1;

    /// <summary>Seconds before the second, third, ... retry after failures of the network in a row (the first is at once); the last repeats.</summary>
    [Range(1, 86_400)]
    public IReadOnlyList<double> NetworkBackOffSeconds { get; init; } = [5, 15, 30, 60];

    /// <summary>Longest wait in seconds that an operator may ask for (Retry-After).</summary>
    [Range(0, 86_400)]
    public int RetryAfterCapSeconds { get; init; } = 60;

    /// <summary>Local hour at which nobody may be disturbed any more, for example 21:00; empty: no quiet hours.</summary>
    public string QuietFrom { get; init; } = "";

    /// <summary>Local hour at which calls may begin again, for example 08:00.</summary>
    public string QuietTo { get; init; } = "";

    /// <summary>Days that are quiet from midnight to midnight.</summary>
    [Allowed("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")]
    public IReadOnlyList<string> QuietDays { get; init; } = [];

    /// <summary>The ladders that run beside each other, 1 to 16; an answer on one of them ends all.</summary>
    public IReadOnlyList<PolicyLaneOptions> Lanes { get; init; } = [];
}
