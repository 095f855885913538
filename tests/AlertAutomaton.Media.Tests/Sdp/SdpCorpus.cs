namespace AlertAutomaton.Media.Tests.Sdp;

/// <summary>Descriptions as operators and gateways write them; verdicts in Corpora/sdp/index.tsv.</summary>
internal static class SdpCorpus
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Corpora", "sdp");

    public static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*.sdp").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);
}
