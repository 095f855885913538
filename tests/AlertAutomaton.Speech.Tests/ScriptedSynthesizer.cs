using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Tests;

/// <summary>Speaks every text as a tone of its own pitch, or fails as told, and counts how often it was asked.</summary>
internal sealed class ScriptedSynthesizer(string name, double hertz, SpeechFaultKind? fault = null) : ISpeechSynthesizer, IDisposable
{
    public List<string> Asked { get; } = [];

    public bool IsDisposed { get; private set; }

    public string Name => name;

    public SpeechFaultKind? Fault { get; set; } = fault;

    public string? VoiceFor(string language) => language == "fr" ? "voice-1" : null;

    public Task<SynthesizerAvailability> CheckAsync(string language, CancellationToken cancellation)
        => Task.FromResult(new SynthesizerAvailability(name, language, Fault is { } kind ? new SpeechFault(kind, name) : null));

    public Task<SynthesisResult> SynthesizeAsync(string normalisedText, string language, CancellationToken cancellation)
    {
        Asked.Add(normalisedText);
        return Task.FromResult(Fault is { } kind
            ? SynthesisResult.Failed(new SpeechFault(kind, name))
            : SynthesisResult.Spoken(new WavAudio(ToneGenerator.Sine(hertz, TimeSpan.FromSeconds(1), -20, 16000), 16000)));
    }

    public void Dispose() => IsDisposed = true;
}
