using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>A message in one language, ready for the phone and shared by every call that plays it.</summary>
public sealed record MessageAudio
{
    /// <summary>The name of the organisation, as it is said after "this is an alert call from".</summary>
    public required PreparedPrompt Organisation { get; init; }

    /// <summary>What is said to a person.</summary>
    public required PreparedPrompt Message { get; init; }

    /// <summary>What is left on an answering machine; null: the message itself.</summary>
    public PreparedPrompt? Voicemail { get; init; }

    /// <summary>What is said to the trusted person of a silent household; null: the product's own words, then the message.</summary>
    public PreparedPrompt? Trusted { get; init; }
}
