namespace AlertAutomaton.Speech.Rendering;

/// <summary>How much silence goes around speech, by the part it plays in a call.</summary>
public enum SpeechSpacing
{
    /// <summary>A whole message: 300 ms before, 500 ms after.</summary>
    Message,

    /// <summary>The first words of a call, continued by a fragment: 300 ms before while the media path opens, 40 ms after.</summary>
    Opening,

    /// <summary>A part played between others, such as a name: 20 ms before, 100 ms after.</summary>
    Fragment,
}
