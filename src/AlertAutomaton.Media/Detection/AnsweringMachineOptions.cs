namespace AlertAutomaton.Media.Detection;

/// <summary>When a way of answering is called a machine's; the defaults are those of Asterisk's AMD.</summary>
public sealed record AnsweringMachineOptions
{
    /// <summary>Silence before the first word from which on it is a machine.</summary>
    public TimeSpan InitialSilence { get; init; } = TimeSpan.FromMilliseconds(2500);

    /// <summary>Voice in the greeting from which on it is a machine.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>Silence after the greeting that makes it a person; also the pause reported as voice activity.</summary>
    public TimeSpan AfterGreetingSilence { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Voice shorter than this is a noise, not a word.</summary>
    public TimeSpan MinimumWord { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Silence that separates two words.</summary>
    public TimeSpan BetweenWords { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>More words than this are a machine's.</summary>
    public int MostWords { get; init; } = 2;

    /// <summary>One unbroken utterance of this length is a machine's.</summary>
    public TimeSpan LongestUtterance { get; init; } = TimeSpan.FromMilliseconds(5000);

    /// <summary>When to give up.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMilliseconds(5000);

    /// <summary>Mean absolute sample value of a 20 ms block under which it is silence.</summary>
    public int SilenceThreshold { get; init; } = 256;
}
