using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Detection;

/// <summary>The speech in the repository's <c>voice-prompts</c>: real material on which nothing may be detected.</summary>
internal static class ShippedPrompts
{
    public static IEnumerable<(string Name, short[] Pcm)> All()
    {
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Root(), "voice-prompts"), "*.wav", SearchOption.AllDirectories).Order())
        {
            if (Path.GetFileName(path) == "beep.wav")
                continue;
            Assert.True(WavFile.TryRead(File.ReadAllBytes(path), out var audio, out var problem), $"{path}: {problem}");
            count++;
            yield return (path, audio!.Samples);
        }

        Assert.True(count >= 20, "The prompts of both languages are expected beside the solution.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AlertAutomaton.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The solution's folder was not found above the tests.");
    }
}
