using System.Buffers;
using System.Security.Cryptography;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Keeps the recordings of orders under the hash of their content: a restart needs them, and a name from outside is never a path.</summary>
internal static class RecordingShelf
{
    private const int HashDigits = 2 * SHA256.HashSizeInBytes;
    private const string Ending = ".wav";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly Lock Gate = new();

    /// <summary>The full path of the recording, on disk when this returns. Its age counts from <paramref name="now"/>.</summary>
    public static string Keep(string directory, ReadOnlySpan<byte> wav, DateTimeOffset now)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, Convert.ToHexStringLower(SHA256.HashData(wav)) + Ending);
        lock (Gate)
        {
            if (File.Exists(path))
            {
                // Its age counts from now on: what an order that is being read needs is never tidied away under it.
                File.SetLastWriteTimeUtc(path, now.UtcDateTime);
                return path;
            }
        }

        var draft = $"{path}.{Environment.CurrentManagedThreadId}.new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            file.Write(wav);
            file.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(draft, now.UtcDateTime);
        File.Move(draft, path, overwrite: true);
        return path;
    }

    /// <summary>The names of all files that are recordings, or the remains of one that a crash interrupted; nothing else is ever touched.</summary>
    public static IEnumerable<string> Names(string directory) => Directory.Exists(directory)
        ? Directory.EnumerateFiles(directory).Select(path => Path.GetFileName(path)).Where(IsOurs)
        : [];

    /// <summary>Removes a file that nobody has kept since a moment.</summary>
    /// <returns>When it was last kept; null when it was not removed, because that was later.</returns>
    public static DateTimeOffset? RemoveUnlessKeptSince(string directory, string name, DateTimeOffset moment)
    {
        var path = Path.Combine(directory, name);
        lock (Gate)
        {
            var kept = new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
            if (kept > moment)
            {
                return null;
            }

            File.Delete(path);
            return kept;
        }
    }

    private static bool IsOurs(string name) => name.Length > HashDigits
        && !name.AsSpan(0, HashDigits).ContainsAnyExcept(Hexadecimal)
        && name.AsSpan(HashDigits).StartsWith(Ending)
        && (name.Length == HashDigits + Ending.Length || name.EndsWith(".new", StringComparison.Ordinal));
}
