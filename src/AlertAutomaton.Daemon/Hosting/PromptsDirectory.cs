using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Finds the directory of prompts: the configured one, else the one beside the program.</summary>
internal static class PromptsDirectory
{
    private const string Name = "voice-prompts";

    /// <summary>The full path, or null when there is none.</summary>
    public static string? Find(SpeechOptions options)
    {
        var path = options.PromptsDirectory.Length > 0
            ? Path.GetFullPath(options.PromptsDirectory)
            : Path.Combine(AppContext.BaseDirectory, Name);
        return Directory.Exists(path) ? path : null;
    }
}
