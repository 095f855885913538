namespace AlertAutomaton.Speech.Normalisation;

/// <summary>How long one pattern may look at one text: no text, however odd, holds a rule up for longer.</summary>
internal static class RegexLimit
{
    public const int Milliseconds = 1000;

    public static readonly TimeSpan Time = TimeSpan.FromMilliseconds(Milliseconds);
}
