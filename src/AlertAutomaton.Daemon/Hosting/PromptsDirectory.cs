using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Finds the directory of prompts: the configured one, else the one beside the program.</summary>
internal static class PromptsDirectory
{
    private const string Name = "voice-prompts";
    private const string OwnName = "prompts";

    /// <summary>The full path, or null when there is none.</summary>
    public static string? Find(SpeechOptions options)
    {
        var path = options.PromptsDirectory.Length > 0
            ? Path.GetFullPath(options.PromptsDirectory)
            : Path.Combine(AppContext.BaseDirectory, Name);
        return Directory.Exists(path) ? path : null;
    }

    /// <summary>Where the town's own recordings of prompts are, by language; it need not exist.</summary>
    public static string Own(string dataDirectory) => Path.Combine(dataDirectory, OwnName);
}
