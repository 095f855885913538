using System.Security.Cryptography;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Keeps the recordings of orders under the hash of their content: a restart needs them, and a name from outside is never a path.</summary>
internal static class RecordingShelf
{
    /// <summary>The full path of the recording, on disk when this returns.</summary>
    public static string Keep(string directory, ReadOnlySpan<byte> wav)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, Convert.ToHexStringLower(SHA256.HashData(wav)) + ".wav");
        if (File.Exists(path))
        {
            return path;
        }

        var draft = $"{path}.{Environment.CurrentManagedThreadId}.new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            file.Write(wav);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        return path;
    }
}
