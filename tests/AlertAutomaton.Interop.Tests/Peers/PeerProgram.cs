namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Finds programs that we did not write; a test whose peer is missing says so instead of passing.</summary>
internal static class PeerProgram
{
    private static readonly string[] Folders = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"];

    public static string Require(string name)
    {
        string? path = Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{name} is not installed");
        return path!;
    }
}
