namespace AlertAutomaton.Channels.Voice;

/// <summary>How an alert call behaves.</summary>
public sealed record VoiceChannelOptions
{
    /// <summary>How often the message is said to somebody who presses nothing, 1 to 9.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>How long it rings before the call is cancelled.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>How long a key is awaited after each round.</summary>
    public TimeSpan KeyWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a second key may follow the first one: "help" after "safe", or a mend of "wrong number".</summary>
    public TimeSpan SecondKeyWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Silence between a beep and the text left on the machine.</summary>
    public TimeSpan AfterBeep { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How many keys without meaning, or repeats by key, a call takes before it says goodbye.</summary>
    public int MostStrayKeys { get; init; } = 8;

    /// <summary>How long a call lasts at most.</summary>
    public TimeSpan LongestTalk { get; init; } = TimeSpan.FromMinutes(5);
}
