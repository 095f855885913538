using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Channels.Voice;

/// <summary>What came of preparing a message.</summary>
/// <param name="Spoken">How long the message is in each language that has sound now.</param>
/// <param name="Faults">Why a language has none, by language.</param>
public sealed record MessagePreparation(IReadOnlyDictionary<string, TimeSpan> Spoken, IReadOnlyDictionary<string, IReadOnlyList<SpeechFault>> Faults)
{
    /// <summary>True when every language of the message can be said.</summary>
    public bool IsComplete => Faults.Count == 0;
}
