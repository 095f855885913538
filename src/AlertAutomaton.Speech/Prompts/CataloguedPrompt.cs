using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>A prompt of the catalogue with the words it speaks.</summary>
/// <param name="Text">The words; empty for a tone.</param>
/// <param name="Voice">Who speaks.</param>
/// <param name="Prompt">The sound.</param>
public sealed record CataloguedPrompt(string Text, string Voice, PreparedPrompt Prompt)
{
    /// <summary>How much silence goes around it.</summary>
    public SpeechSpacing Spacing { get; init; }
}
