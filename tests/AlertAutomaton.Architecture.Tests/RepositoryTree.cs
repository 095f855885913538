using System.Runtime.CompilerServices;

namespace AlertAutomaton.Architecture.Tests;

/// <summary>The source tree that these tests were compiled from.</summary>
internal static class RepositoryTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Hand-written C# files below a folder of the repository, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> SourceFiles(string folder)
    {
        string full = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(full, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        string? folder = Path.GetDirectoryName(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder, "AlertAutomaton.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No AlertAutomaton.sln above {thisFile}.");
    }
}
