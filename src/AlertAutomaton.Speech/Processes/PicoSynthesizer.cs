using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Processes;

/// <summary>SVOX pico as a process (<c>pico2wave</c>): far clearer on a phone than espeak-ng, where it is installed.</summary>
/// <remarks>
/// pico2wave cannot read standard input or write standard output. The text is one argument after <c>--</c>, so that it is never an
/// option, and the sound goes through a file in a private folder that is removed at once.
/// </remarks>
public sealed class PicoSynthesizer : ISpeechSynthesizer, IDisposable
{
    private const long LargestFile = 64 << 20;

    private readonly PicoOptions _options;
    private readonly SpeechProgram _program;

    /// <summary>Nothing is started before the first text.</summary>
    public PicoSynthesizer(PicoOptions options, TimeProvider time)
    {
        _options = options;
        _program = new SpeechProgram(options.Path, options.Timeout, time);
    }

    /// <inheritdoc/>
    public string Name => "pico";

    /// <inheritdoc/>
    public string? VoiceFor(string language) => _options.Voices.GetValueOrDefault(language);

    /// <inheritdoc/>
    public Task<SynthesizerAvailability> CheckAsync(string language, CancellationToken cancellation)
        => SynthesisProbe.RunAsync(this, language, cancellation);

    /// <inheritdoc/>
    public async Task<SynthesisResult> SynthesizeAsync(string normalisedText, string language, CancellationToken cancellation)
    {
        if (VoiceFor(language) is not { } voice)
            return SynthesisResult.Failed(new SpeechFault(SpeechFaultKind.LanguageNotSpoken, Name, language));
        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("alertautomaton-pico-");
            var file = new FileInfo(Path.Combine(folder.FullName, "speech.wav"));
            var result = await _program.RunAsync(["-l", voice, "-w", file.FullName, "--", normalisedText], "", cancellation);
            if (result.FaultOf(Name) is { } fault)
                return SynthesisResult.Failed(fault);
            file.Refresh();
            if (!file.Exists || file.Length > LargestFile)
                return SynthesisResult.Failed(new SpeechFault(SpeechFaultKind.ProgramFailed, Name, result.ErrorText));
            return SynthesizedSound.Accept(Name, await File.ReadAllBytesAsync(file.FullName, cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SynthesisResult.Failed(new SpeechFault(SpeechFaultKind.ProgramFailed, Name, e.Message));
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    private static void Remove(DirectoryInfo? folder)
    {
        try
        {
            folder?.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system's temporary folder is emptied by the system.
        }
    }
}
