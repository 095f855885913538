namespace AlertAutomaton.Speech.Synthesis;

/// <summary>One way to turn text into speech. Implementations are safe to call from several threads and bound their own time.</summary>
public interface ISpeechSynthesizer
{
    /// <summary>Short name in logs, <c>check</c> and cache keys: <c>espeak-ng</c>, <c>pico</c>, <c>http:azure</c>.</summary>
    string Name { get; }

    /// <summary>The voice that would speak this language, part of the cache key; null when it does not speak it.</summary>
    /// <param name="language">Two-letter language, <c>fr</c> or <c>en</c>.</param>
    string? VoiceFor(string language);

    /// <summary>Whether it could speak this language now, by the cheapest proof there is.</summary>
    Task<SynthesizerAvailability> CheckAsync(string language, CancellationToken cancellation);

    /// <summary>Speaks a text that has been normalised already. Never throws for anything the engine or the network does.</summary>
    Task<SynthesisResult> SynthesizeAsync(string normalisedText, string language, CancellationToken cancellation);
}
