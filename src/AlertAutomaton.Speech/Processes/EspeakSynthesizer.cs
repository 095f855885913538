using System.Globalization;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Processes;

/// <summary>espeak-ng as a process: small, everywhere, in a hundred languages; the voice of last resort.</summary>
public sealed class EspeakSynthesizer : ISpeechSynthesizer, IDisposable
{
    private readonly EspeakOptions _options;
    private readonly SpeechProgram _program;

    /// <summary>Nothing is started before the first text.</summary>
    public EspeakSynthesizer(EspeakOptions options, TimeProvider time)
    {
        _options = options;
        _program = new SpeechProgram(options.Path, options.Timeout, time);
    }

    /// <inheritdoc/>
    public string Name => "espeak-ng";

    /// <inheritdoc/>
    public string? VoiceFor(string language)
        => LanguageTag.IsWellFormed(language) ? _options.Voices.GetValueOrDefault(language, language) : null;

    /// <inheritdoc/>
    public Task<SynthesizerAvailability> CheckAsync(string language, CancellationToken cancellation)
        => SynthesisProbe.RunAsync(this, language, cancellation);

    /// <inheritdoc/>
    public async Task<SynthesisResult> SynthesizeAsync(string normalisedText, string language, CancellationToken cancellation)
    {
        if (VoiceFor(language) is not { } voice)
            return SynthesisResult.Failed(new SpeechFault(SpeechFaultKind.LanguageNotSpoken, Name, language));
        string[] arguments =
        [
            "--stdin", "--stdout", "-b", "1", "-v", voice, "-s", _options.WordsPerMinute.ToString(CultureInfo.InvariantCulture),
        ];
        var result = await _program.RunAsync(arguments, normalisedText, cancellation);

        // An unknown voice is an error with exit code 0 or 1 by version, and no sound: the guard below sees both.
        return result.FaultOf(Name) is { } fault ? SynthesisResult.Failed(fault) : SynthesizedSound.Accept(Name, result.Output);
    }

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();
}
