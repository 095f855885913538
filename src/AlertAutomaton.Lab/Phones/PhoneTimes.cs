namespace AlertAutomaton.Lab.Phones;

/// <summary>How long the lab's people take. Real ones are slow; a demonstration is not.</summary>
public sealed record PhoneTimes
{
    /// <summary>People as they are: 6 s of ringing, the key 12 s into the message.</summary>
    public static PhoneTimes Realistic { get; } = new() { Ring = TimeSpan.FromSeconds(6), Key = TimeSpan.FromSeconds(12), HangUp = TimeSpan.FromSeconds(5) };

    /// <summary>How long a phone rings before somebody takes it.</summary>
    public TimeSpan Ring { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long after the answer the first key comes.</summary>
    public TimeSpan Key { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The time between two keys of one person.</summary>
    public TimeSpan BetweenKeys { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long after the answer the impatient hang up.</summary>
    public TimeSpan HangUp { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>The longest that a phone stays on the line when nobody hangs up on it.</summary>
    public TimeSpan LongestCall { get; init; } = TimeSpan.FromMinutes(3);
}
