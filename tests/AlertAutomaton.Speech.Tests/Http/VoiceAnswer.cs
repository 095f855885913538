namespace AlertAutomaton.Speech.Tests.Http;

/// <summary>What a voice server answers.</summary>
internal sealed record VoiceAnswer(int Status, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Waited for before answering.</summary>
    public Task? Hold { get; init; }
}
