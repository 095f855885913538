namespace AlertAutomaton.Media.Audio;

/// <summary>How audio is made ready for the phone. The defaults are those of a whole message.</summary>
public sealed record PhonePreparationOptions
{
    /// <summary>Changes whenever the recipe's result changes, so that cached sound is made again.</summary>
    public const int RecipeVersion = 1;

    /// <summary>A message that stands alone.</summary>
    public static PhonePreparationOptions Message { get; } = new();

    /// <summary>A part that is played between others: next to no silence around it.</summary>
    public static PhonePreparationOptions Fragment { get; } = new()
    {
        LeadIn = TimeSpan.FromMilliseconds(20),
        LeadOut = TimeSpan.FromMilliseconds(100),
        ShortestSpeech = TimeSpan.FromMilliseconds(100),
    };

    /// <summary>Active speech level aimed at, in dBov (P.56).</summary>
    public double TargetLevel { get; init; } = -22;

    /// <summary>The most that a quiet source is raised, in dB.</summary>
    public double MostGain { get; init; } = 24;

    /// <summary>Silence before the first word, while the media path opens.</summary>
    public TimeSpan LeadIn { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Silence after the last word.</summary>
    public TimeSpan LeadOut { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Anything shorter is taken for a click and refused. A message has no word alone; a piece of a number has.</summary>
    public TimeSpan ShortestSpeech { get; init; } = TimeSpan.FromMilliseconds(300);
}
