namespace AlertAutomaton.Speech.Synthesis;

/// <summary>What a check of one synthesiser for one language found.</summary>
/// <param name="Synthesizer">Its name.</param>
/// <param name="Language">The language asked for.</param>
/// <param name="Fault">Null when it can speak.</param>
public sealed record SynthesizerAvailability(string Synthesizer, string Language, SpeechFault? Fault)
{
    /// <summary>True when it can speak this language now.</summary>
    public bool IsAvailable => Fault is null;
}
