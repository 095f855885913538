using System.Collections.Frozen;
using System.Security.Cryptography;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>Every fixed sentence that a resident hears, per language, loaded once and shared by all calls.</summary>
public sealed class PromptCatalogue
{
    private const long LargestFile = 16 << 20;

    private readonly FrozenDictionary<(string Language, string Name), CataloguedPrompt> _prompts;

    private PromptCatalogue(Dictionary<(string, string), CataloguedPrompt> prompts, List<string> languages, List<PromptProblem> problems)
    {
        _prompts = prompts.ToFrozenDictionary();
        Languages = languages;
        Problems = problems;
    }

    /// <summary>The languages found, as two-letter folder names in alphabetical order.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Everything wrong with the folder; empty when every prompt is there in every language and unaltered.</summary>
    public IReadOnlyList<PromptProblem> Problems { get; }

    /// <summary>
    /// Reads <c>&lt;directory&gt;/&lt;language&gt;/manifest.json</c> and its WAV files. Never throws for what is in the folder: the
    /// problems are listed, and what is sound can be played.
    /// </summary>
    /// <param name="directory">The shipped prompts.</param>
    /// <param name="ownDirectory">
    /// The town's own recordings, <c>&lt;ownDirectory&gt;/&lt;language&gt;/&lt;name&gt;.wav</c>: each goes before the shipped prompt of its name, levelled and
    /// trimmed like it, its words staying those of the manifest. Null or absent: none.
    /// </param>
    public static PromptCatalogue Load(string directory, string? ownDirectory = null)
    {
        var prompts = new Dictionary<(string, string), CataloguedPrompt>();
        var problems = new List<PromptProblem>();
        var languages = new List<string>();
        if (Directory.Exists(directory))
        {
            foreach (var folder in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
            {
                if (!File.Exists(Path.Combine(folder, PromptManifest.FileName)))
                    continue;
                languages.Add(Path.GetFileName(folder));
                LoadLanguage(folder, prompts, problems);
            }
        }

        if (languages.Count == 0)
            problems.Add(new PromptProblem(PromptProblemKind.NoLanguages, directory));
        var names = PromptNames.All.Concat(prompts.Keys.Select(key => key.Item2)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var language in languages)
        {
            // A file that is there but damaged has been reported already.
            var reported = problems.Where(p => string.Equals(p.Language, language, StringComparison.Ordinal)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            if (reported.Contains(""))
                continue;
            problems.AddRange(names
                .Where(name => !prompts.ContainsKey((language, name)) && !reported.Contains(name))
                .Select(name => new PromptProblem(PromptProblemKind.Missing, language, name)));
        }

        if (ownDirectory is not null)
            OwnPrompts.Load(ownDirectory, languages, prompts, problems);
        return new PromptCatalogue(prompts, languages, problems);
    }

    /// <summary>The prompt of this name in this language.</summary>
    /// <exception cref="KeyNotFoundException">The folder does not hold it; <see cref="Problems"/> said so at start.</exception>
    public PreparedPrompt Get(string language, string name) => TryGet(language, name, out var prompt)
        ? prompt!
        : throw new KeyNotFoundException($"The prompt folder holds no '{name}' in language '{language}'.");

    /// <summary>Looks for a prompt.</summary>
    public bool TryGet(string language, string name, out PreparedPrompt? prompt)
    {
        prompt = Find(language, name)?.Prompt;
        return prompt is not null;
    }

    /// <summary>The prompt with its words, or null.</summary>
    public CataloguedPrompt? Find(string language, string name) => _prompts.GetValueOrDefault((language, name));

    private static void LoadLanguage(
        string folder, Dictionary<(string, string), CataloguedPrompt> prompts, List<PromptProblem> problems)
    {
        var language = Path.GetFileName(folder);
        if (!PromptManifest.TryRead(Path.Combine(folder, PromptManifest.FileName), out var manifest, out var whyNot))
        {
            problems.Add(new PromptProblem(PromptProblemKind.ManifestUnreadable, language, Detail: whyNot));
            return;
        }

        if (!string.Equals(manifest!.Language, language, StringComparison.Ordinal))
            problems.Add(new PromptProblem(PromptProblemKind.LanguageMismatch, language, Detail: manifest.Language));
        foreach (var entry in manifest.Prompts)
        {
            var problem = !PromptName.IsWellFormed(entry.Name) || prompts.ContainsKey((language, entry.Name))
                ? new PromptProblem(PromptProblemKind.BadName, language, entry.Name)
                : LoadPrompt(folder, language, entry, prompts);
            if (problem is not null)
                problems.Add(problem);
        }
    }

    private static PromptProblem? LoadPrompt(
        string folder, string language, PromptManifestEntry entry, Dictionary<(string, string), CataloguedPrompt> prompts)
    {
        byte[] file;
        try
        {
            var path = Path.Combine(folder, entry.Name + ".wav");
            if (new FileInfo(path).Length > LargestFile)
                return new PromptProblem(PromptProblemKind.FileUnreadable, language, entry.Name, "> 16 MB");
            file = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PromptProblem(PromptProblemKind.FileUnreadable, language, entry.Name, e.Message);
        }

        if (!PreparedPrompt.TryFromWav(entry.Name, file, out var prompt, out var wavProblem))
        {
            var kind = wavProblem == WavProblem.RateUnsupported ? PromptProblemKind.NotPhoneAudio : PromptProblemKind.FileUnreadable;
            return new PromptProblem(kind, language, entry.Name, wavProblem.ToString());
        }

        // Only what the manifest vouches for is ever played to a resident.
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        if (!string.Equals(hash, entry.Sha256, StringComparison.Ordinal))
            return new PromptProblem(PromptProblemKind.HashMismatch, language, entry.Name, hash);
        if ((int)prompt!.Duration.TotalMilliseconds != entry.LengthMs)
            return new PromptProblem(PromptProblemKind.LengthMismatch, language, entry.Name, $"{prompt.Duration.TotalMilliseconds}");
        prompts.Add((language, entry.Name), new CataloguedPrompt(entry.Text, entry.Voice ?? "", prompt) { Spacing = entry.Spacing });
        return null;
    }
}
