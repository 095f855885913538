namespace AlertAutomaton.Speech.Tests.Prompts;

/// <summary>The prompts of the repository.</summary>
internal static class PromptFolder
{
    public static string Shipped()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AlertAutomaton.sln")))
                return Path.Combine(folder.FullName, "voice-prompts");
        }

        throw new DirectoryNotFoundException("The solution's folder was not found above the tests.");
    }

    public static void CopyTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Shipped(), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Shipped(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
