using System.Security.Cryptography;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>Tells a prompt of the catalogue from any other WAV file: the manifest beside it knows its hash.</summary>
internal static class CataloguedFile
{
    /// <summary>True when the file's own folder describes exactly these bytes under the file's name.</summary>
    public static bool IsVouchedFor(string path, ReadOnlySpan<byte> file)
    {
        var manifestPath = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", PromptManifest.FileName);
        if (!File.Exists(manifestPath) || !PromptManifest.TryRead(manifestPath, out var manifest, out _))
            return false;
        var name = Path.GetFileNameWithoutExtension(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        return manifest!.Prompts.Any(prompt => string.Equals(prompt.Name, name, StringComparison.Ordinal)
            && string.Equals(prompt.Sha256, hash, StringComparison.Ordinal));
    }
}
