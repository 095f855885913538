using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>The prompts of the repository, loaded once.</summary>
internal static class ShippedPrompts
{
    public static PromptCatalogue Catalogue { get; } = PromptCatalogue.Load(Find());

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AlertAutomaton.sln")))
            {
                return Path.Combine(folder.FullName, "voice-prompts");
            }
        }

        throw new DirectoryNotFoundException("The solution's folder was not found above the tests.");
    }
}
