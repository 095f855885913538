using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Rendering;

/// <summary>Speech ready for the phone, or every reason why there is none.</summary>
public sealed record RenderResult
{
    /// <summary>The prompt; null when nothing could be rendered.</summary>
    public PreparedPrompt? Prompt { get; init; }

    /// <summary>What spoke: <c>recording</c> or a synthesiser's name; null when nothing did.</summary>
    public string? Source { get; init; }

    /// <summary>True when the sound came from the cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>Remarks on the sound (clipped source, level not reached).</summary>
    public PreparationWarnings Warnings { get; init; }

    /// <summary>What each source that was tried and failed said, in order; also filled when a later one succeeded.</summary>
    public IReadOnlyList<SpeechFault> Faults { get; init; } = [];

    /// <summary>True when there is a prompt to play.</summary>
    public bool IsRendered => Prompt is not null;
}
