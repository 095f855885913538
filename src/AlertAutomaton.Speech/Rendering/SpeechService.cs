using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Caching;
using AlertAutomaton.Speech.Http;
using AlertAutomaton.Speech.Normalisation;
using AlertAutomaton.Speech.Processes;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Synthesis;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Speech.Rendering;

/// <summary>
/// Turns a message into sound for the phone, once: by its recording, else by the first synthesiser that succeeds; levelled and cached.
/// </summary>
/// <remarks>
/// Messages are rendered when they are saved (<see cref="RenderAsync"/>), so that an alert never waits for a network; at launch
/// <see cref="FindRenderedAsync"/> finds what was made then, whichever source made it.
/// </remarks>
public sealed class SpeechService : IDisposable
{
    private const string RecordingSource = "recording";
    private const long LargestRecording = 100 << 20;

    private readonly SpeechOptions _options;
    private readonly IReadOnlyList<ISpeechSynthesizer> _synthesizers;
    private readonly SpeechCache _cache;
    private readonly ILogger<SpeechService> _logger;

    /// <summary>A service with these synthesisers, in order of preference; it disposes of them.</summary>
    public SpeechService(SpeechOptions options, IReadOnlyList<ISpeechSynthesizer> synthesizers, ILoggerFactory loggers)
    {
        _options = options;
        _synthesizers = synthesizers;
        _logger = loggers.CreateLogger<SpeechService>();
        var samples = (long)(options.MostInMemory.TotalSeconds * PreparedPrompt.SampleRate);
        _cache = new SpeechCache(options.CacheDirectory, samples, _logger);
    }

    /// <summary>A service with the synthesisers that the options name.</summary>
    public static SpeechService Create(SpeechOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        var synthesizers = new List<ISpeechSynthesizer>();
        synthesizers.AddRange(options.HttpVoices.Select(voice => new HttpVoiceSynthesizer(voice, time)));
        if (options.Pico is { } pico)
            synthesizers.Add(new PicoSynthesizer(pico, time));
        if (options.Espeak is { } espeak)
            synthesizers.Add(new EspeakSynthesizer(espeak, time));
        return new SpeechService(options, synthesizers, loggers);
    }

    /// <summary>The synthesisers in order of preference.</summary>
    public IReadOnlyList<ISpeechSynthesizer> Synthesizers => _synthesizers;

    /// <summary>Asks every synthesiser whether it can speak each language now.</summary>
    public async Task<IReadOnlyList<SynthesizerAvailability>> CheckAsync(IEnumerable<string> languages, CancellationToken cancellation)
    {
        var found = new List<SynthesizerAvailability>();
        foreach (var language in languages)
        {
            foreach (var synthesizer in _synthesizers)
                found.Add(await synthesizer.CheckAsync(language, cancellation));
        }

        return found;
    }

    /// <summary>
    /// Renders a message, or finds it in the cache. Faults of sources that were passed over are in the result. Throws only when cancelled.
    /// </summary>
    public async Task<RenderResult> RenderAsync(SpokenText text, CancellationToken cancellation)
    {
        var faults = new List<SpeechFault>();
        if (text.RecordingPath is { } path && await TakeRecordingAsync(path, text.Spacing, faults, cancellation) is { } recorded)
            return recorded;
        if (Prepare(text, faults) is not { } normalised)
            return NotRendered(text, faults);
        foreach (var synthesizer in _synthesizers)
        {
            if (synthesizer.VoiceFor(text.Language) is not { } voice)
                continue;
            var key = SpeechCacheKey.OfText(synthesizer.Name, voice, text.Language, normalised, text.Spacing);
            if (await _cache.FindAsync(key, cancellation) is { } cached)
                return new RenderResult { Prompt = cached, Source = synthesizer.Name, FromCache = true, Faults = faults };
            var result = await synthesizer.SynthesizeAsync(normalised, text.Language, cancellation);
            var made = result.Audio is { } audio
                ? await FinishAsync(synthesizer.Name, text, key, audio, faults, cancellation)
                : Pass(result.Fault!, faults);
            if (made is not null)
                return made;
        }

        if (faults.TrueForAll(fault => fault.Kind == SpeechFaultKind.RecordingUnreadable))
            faults.Add(new SpeechFault(SpeechFaultKind.NoSynthesizer, "", text.Language));
        return NotRendered(text, faults);
    }

    /// <summary>Finds what was rendered before, by any source, in order of preference; starts no program and asks no server.</summary>
    /// <returns>The prompt, or null: then <see cref="RenderAsync"/> has to be waited for.</returns>
    public async Task<PreparedPrompt?> FindRenderedAsync(SpokenText text, CancellationToken cancellation)
    {
        var faults = new List<SpeechFault>();
        if (text.RecordingPath is { } path && await TakeRecordingAsync(path, text.Spacing, faults, cancellation) is { } recorded)
            return recorded.Prompt;
        if (Prepare(text, faults) is not { } normalised)
            return null;
        foreach (var synthesizer in _synthesizers)
        {
            if (synthesizer.VoiceFor(text.Language) is { } voice
                && await _cache.FindAsync(
                    SpeechCacheKey.OfText(synthesizer.Name, voice, text.Language, normalised, text.Spacing), cancellation) is { } prompt)
            {
                return prompt;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var synthesizer in _synthesizers)
            (synthesizer as IDisposable)?.Dispose();
    }

    private string? Prepare(SpokenText text, List<SpeechFault> faults)
    {
        if (!LanguageTag.IsWellFormed(text.Language))
        {
            faults.Add(new SpeechFault(SpeechFaultKind.NoSynthesizer, "", text.Language));
            return null;
        }

        // The bound comes before the rules as well as after them: they may lengthen a text but never have to read a book.
        var tooLong = text.Text.Length > _options.LongestText;
        var normalised = tooLong ? "" : TextNormaliser.Normalise(text.Text, text.Language);
        if (tooLong || normalised.Length > _options.LongestText)
        {
            faults.Add(new SpeechFault(SpeechFaultKind.TextTooLong, "", $"({Math.Max(text.Text.Length, normalised.Length)} > {_options.LongestText})"));
            return null;
        }

        if (normalised.Length > 0)
            return normalised;
        if (faults.Count == 0)
            faults.Add(new SpeechFault(SpeechFaultKind.EmptyText, ""));
        return null;
    }

    private async Task<RenderResult?> TakeRecordingAsync(
        string path, SpeechSpacing spacing, List<SpeechFault> faults, CancellationToken cancellation)
    {
        byte[] file;
        try
        {
            if (new FileInfo(path).Length > LargestRecording)
                return Pass(new SpeechFault(SpeechFaultKind.RecordingUnreadable, path, "> 100 MB"), faults);
            file = await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Pass(new SpeechFault(SpeechFaultKind.RecordingUnreadable, path, e.Message), faults);
        }

        // A prompt of the catalogue has been through the recipe; a second time would colour its sound.
        if (CataloguedFile.IsVouchedFor(path, file) && PreparedPrompt.TryFromWav(Path.GetFileName(path), file, out var shipped, out _))
            return new RenderResult { Prompt = _cache.Share(SpeechCacheKey.OfRecording(file, spacing), shipped!), Source = RecordingSource };
        var key = SpeechCacheKey.OfRecording(file, spacing);
        if (await _cache.FindAsync(key, cancellation) is { } cached)
            return new RenderResult { Prompt = cached, Source = RecordingSource, FromCache = true };
        if (!WavFile.TryRead(file, out var audio, out var problem))
            return Pass(new SpeechFault(SpeechFaultKind.RecordingUnreadable, path, problem.ToString()), faults);
        var prepared = PhonePreparation.Prepare(audio!.Samples, audio.SampleRate, spacing.ToPreparation());
        if (!prepared.IsUsable)
            return Pass(new SpeechFault(SpeechFaultKind.RecordingUnreadable, path, prepared.Problem.ToString()), faults);
        var prompt = await _cache.KeepAsync(key, prepared.Pcm, cancellation);
        SpeechLog.Rendered(_logger, prompt.Duration.TotalSeconds, RecordingSource, "", key.Hex);
        return new RenderResult { Prompt = prompt, Source = RecordingSource, Warnings = prepared.Warnings };
    }

    private async Task<RenderResult?> FinishAsync(
        string source, SpokenText text, SpeechCacheKey key, WavAudio audio, List<SpeechFault> faults, CancellationToken cancellation)
    {
        var prepared = PhonePreparation.Prepare(audio.Samples, audio.SampleRate, text.Spacing.ToPreparation());
        if (!prepared.IsUsable)
            return Pass(new SpeechFault(SpeechFaultKind.NothingHeard, source, prepared.Problem.ToString()), faults);
        var prompt = await _cache.KeepAsync(key, prepared.Pcm, cancellation);
        SpeechLog.Rendered(_logger, prompt.Duration.TotalSeconds, source, text.Language, key.Hex);
        return new RenderResult { Prompt = prompt, Source = source, Warnings = prepared.Warnings, Faults = faults };
    }

    private RenderResult? Pass(SpeechFault fault, List<SpeechFault> faults)
    {
        SpeechLog.SourceFailed(_logger, fault.Source, fault.Kind, fault.Detail);
        faults.Add(fault);
        return null;
    }

    private RenderResult NotRendered(SpokenText text, List<SpeechFault> faults)
    {
        SpeechLog.NothingRendered(_logger, text.Language, faults.Count);
        return new RenderResult { Faults = faults };
    }
}
