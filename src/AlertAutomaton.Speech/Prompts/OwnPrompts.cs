using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>The town's own recordings of prompts, uploaded or spoken on the phone: a folder per language beside the shipped ones, without a manifest.</summary>
public static class OwnPrompts
{
    /// <summary>Who speaks, in the catalogue.</summary>
    public const string Voice = "own recording";

    private const long LargestFile = 16 << 20;

    /// <summary>Keeps a recording in place of a prompt; it is played from the next start on.</summary>
    /// <param name="directory">The folder of own prompts.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="name">A name of the catalogue.</param>
    /// <param name="wav">The WAV file, any usual rate.</param>
    /// <param name="cancellation">Gives up; nothing is kept then.</param>
    /// <returns>What is wrong with it, or null when it is kept.</returns>
    public static async Task<PromptProblem?> KeepAsync(string directory, string language, string name, ReadOnlyMemory<byte> wav, CancellationToken cancellation)
    {
        if (!PromptName.IsWellFormed(name) || !PromptNames.All.Contains(name, StringComparer.Ordinal) || language.Length != 2 || !language.All(char.IsAsciiLetterLower))
            return new PromptProblem(PromptProblemKind.OwnNameUnknown, language, name);
        if (Prepare(language, name, wav.Span, SpeechSpacing.Message, out var problem) is null)
            return problem;
        try
        {
            Directory.CreateDirectory(Path.Combine(directory, language));
            await AtomicFile.WriteAsync(Path.Combine(directory, language, name + ".wav"), wav, cancellation);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PromptProblem(PromptProblemKind.OwnFileUnusable, language, name, e.Message);
        }
    }

    internal static void Load(
        string directory, IEnumerable<string> languages, Dictionary<(string, string), CataloguedPrompt> prompts, List<PromptProblem> problems)
    {
        foreach (var language in languages)
        {
            var folder = Path.Combine(directory, language);
            if (!Directory.Exists(folder))
                continue;
            foreach (var path in Directory.EnumerateFiles(folder, "*.wav").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileNameWithoutExtension(path);
                if (!PromptName.IsWellFormed(name) || !prompts.TryGetValue((language, name), out var shipped))
                    problems.Add(new PromptProblem(PromptProblemKind.OwnNameUnknown, language, name));
                else if (Read(path, language, name, shipped.Spacing, out var problem) is { } own)
                    prompts[(language, name)] = shipped with { Voice = Voice, Prompt = own };
                else
                    problems.Add(problem!);
            }
        }
    }

    private static PreparedPrompt? Read(string path, string language, string name, SpeechSpacing spacing, out PromptProblem? problem)
    {
        try
        {
            if (new FileInfo(path).Length <= LargestFile)
                return Prepare(language, name, File.ReadAllBytes(path), spacing, out problem);
            problem = new PromptProblem(PromptProblemKind.OwnFileUnusable, language, name, "> 16 MB");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = new PromptProblem(PromptProblemKind.OwnFileUnusable, language, name, e.Message);
        }

        return null;
    }

    private static PreparedPrompt? Prepare(string language, string name, ReadOnlySpan<byte> wav, SpeechSpacing spacing, out PromptProblem? problem)
    {
        problem = null;
        if (!WavFile.TryRead(wav, out var audio, out var unreadable))
        {
            problem = new PromptProblem(PromptProblemKind.OwnFileUnusable, language, name, unreadable.ToString());
            return null;
        }

        var prepared = PhonePreparation.Prepare(audio!.Samples, audio.SampleRate, spacing.ToPreparation());
        if (prepared.IsUsable)
            return PreparedPrompt.FromPcm(name, prepared.Pcm);
        problem = new PromptProblem(PromptProblemKind.OwnFileUnusable, language, name, prepared.Problem.ToString());
        return null;
    }
}
