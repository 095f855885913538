using System.Globalization;
using System.Security.Cryptography;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Normalisation;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>
/// Speaks the texts of a prompt folder's manifests again and writes the WAV files and the manifests' lengths and hashes.
/// </summary>
/// <remarks>
/// The manifest is the source: a person changes a text or adds a language's folder, and renders. A prompt marked
/// <c>"recorded": true</c> was spoken by a person; its file is measured but not replaced.
/// </remarks>
public sealed class PromptRenderer(ISpeechSynthesizer synthesizer)
{
    private static readonly TimeSpan _toneLength = TimeSpan.FromMilliseconds(400);

    /// <summary>Renders one language's folder. Nothing is written unless every prompt could be made.</summary>
    /// <param name="folder">The folder with <c>manifest.json</c>.</param>
    /// <param name="cancellation">Stops between prompts.</param>
    /// <returns>What is in the way, or nothing; and the names rendered.</returns>
    public async Task<PromptRenderResult> RenderAsync(string folder, CancellationToken cancellation)
    {
        var language = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var manifestPath = Path.Combine(folder, PromptManifest.FileName);
        if (!PromptManifest.TryRead(manifestPath, out var manifest, out var whyNot))
            return PromptRenderResult.Stopped(new PromptProblem(PromptProblemKind.ManifestUnreadable, language, Detail: whyNot));
        if (!string.Equals(manifest!.Language, language, StringComparison.Ordinal))
            return PromptRenderResult.Stopped(new PromptProblem(PromptProblemKind.LanguageMismatch, language, Detail: manifest.Language));

        var files = new List<(PromptManifestEntry Entry, byte[] File)>();
        foreach (var entry in manifest.Prompts)
        {
            if (!PromptName.IsWellFormed(entry.Name) || files.Any(f => string.Equals(f.Entry.Name, entry.Name, StringComparison.Ordinal)))
                return PromptRenderResult.Stopped(new PromptProblem(PromptProblemKind.BadName, language, entry.Name));
            var (voice, file, problem) = await MakeAsync(folder, language, entry, cancellation);
            if (problem is not null)
                return PromptRenderResult.Stopped(problem);
            files.Add((Describe(entry, voice, file!), file!));
        }

        foreach (var (entry, file) in files)
            await AtomicFile.WriteAsync(Path.Combine(folder, entry.Name + ".wav"), file, cancellation);
        var rendered = manifest with { Prompts = [.. files.Select(f => f.Entry)] };
        await AtomicFile.WriteAsync(manifestPath, rendered.ToBytes(), cancellation);
        return new PromptRenderResult(null, [.. files.Select(f => f.Entry.Name)]);
    }

    private async Task<(string? Voice, byte[]? File, PromptProblem? Problem)> MakeAsync(
        string folder, string language, PromptManifestEntry entry, CancellationToken cancellation)
    {
        if (entry.ToneHertz is { } hertz)
            return (null, ToWav(ToneGenerator.Sine(hertz, _toneLength, -16)), null);
        if (entry.Recorded)
        {
            var path = Path.Combine(folder, entry.Name + ".wav");
            return File.Exists(path)
                ? (entry.Voice, await File.ReadAllBytesAsync(path, cancellation), null)
                : (null, null, new PromptProblem(PromptProblemKind.FileUnreadable, language, entry.Name));
        }

        var text = TextNormaliser.Normalise(entry.Text, language);
        var spoken = await synthesizer.SynthesizeAsync(text, language, cancellation);
        if (spoken.Fault is { } fault)
            return (null, null, NotSpoken(language, entry, fault.Describe(CultureInfo.CurrentUICulture)));
        var prepared = PhonePreparation.Prepare(spoken.Audio!.Samples, spoken.Audio.SampleRate, entry.Spacing.ToPreparation());
        return prepared.IsUsable
            ? ($"{synthesizer.Name} {synthesizer.VoiceFor(language)}", ToWav(prepared.Pcm), null)
            : (null, null, NotSpoken(language, entry, prepared.Problem.ToString()));
    }

    private static PromptProblem NotSpoken(string language, PromptManifestEntry entry, string detail)
        => new(PromptProblemKind.NotSpoken, language, entry.Name, detail);

    // Padded to whole packets here, so that the file's length is the length that will be played.
    private static byte[] ToWav(short[] pcm)
        => WavFile.ToBytes(PreparedPrompt.FromPcm("", pcm).Pcm.Span, PreparedPrompt.SampleRate);

    private static PromptManifestEntry Describe(PromptManifestEntry entry, string? voice, byte[] file) => entry with
    {
        Voice = voice,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
        LengthMs = PreparedPrompt.TryFromWav(entry.Name, file, out var prompt, out _) ? (int)prompt!.Duration.TotalMilliseconds : 0,
    };
}
