using System.Globalization;
using System.Text.Json;

namespace AlertAutomaton.Storage.DataDirectories;

/// <summary>
/// A data directory held by this process alone. The lock is an operating system lock on an open file: it ends with the
/// process, however that ends, so no stale lock is ever left behind. A second file says who holds it.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    /// <summary>The layout of the directory that this program reads and writes.</summary>
    public const int CurrentFormat = 1;

    private const string LockName = "alertautomaton.lock";
    private const string OwnerName = "alertautomaton.owner.json";
    private const string FormatName = "format-version";

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>The directory's full path.</summary>
    public string Path { get; }

    /// <summary>The database file inside it.</summary>
    public string DatabasePath => System.IO.Path.Combine(Path, "alertautomaton.db");

    /// <summary>The second, small database file inside it: what the desk keeps beside alerts, such as planned ones.</summary>
    public string DeskDatabasePath => System.IO.Path.Combine(Path, "desk.db");

    /// <summary>
    /// Creates the directory if need be and takes it for this process. On failure the result says why and what mends it:
    /// held by another process (with its id), not writable, or written by a newer version.
    /// </summary>
    public static DataDirectoryOpening Open(string path, TimeProvider time)
    {
        string full = System.IO.Path.GetFullPath(path);
        FileStream? held = null;
        try
        {
            Create(full);
            held = TakeLock(full);
            if (held is null)
            {
                return DataDirectoryOpening.Failed(DataDirectoryRefusal.InUse, DescribeOwner(full));
            }

            if (ReadFormat(full) is { } format && format > CurrentFormat)
            {
                held.Dispose();
                return DataDirectoryOpening.Failed(
                    DataDirectoryRefusal.NewerFormat,
                    string.Create(CultureInfo.InvariantCulture, $"{full} has format {format}, this program knows up to {CurrentFormat}. Use the version that wrote it, or a newer one."));
            }

            WriteAtomically(System.IO.Path.Combine(full, FormatName), CurrentFormat.ToString(CultureInfo.InvariantCulture) + "\n");
            var owner = new DataDirectoryOwner(Environment.ProcessId, Environment.MachineName, time.GetUtcNow());
            WriteAtomically(System.IO.Path.Combine(full, OwnerName), JsonSerializer.Serialize(owner));
            return DataDirectoryOpening.Opened(new DataDirectory(full, held));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            return DataDirectoryOpening.Failed(DataDirectoryRefusal.NotWritable, $"{full} cannot be used: {error.Message} Give this account the right to write there, or choose another DataDirectory.");
        }
    }

    /// <summary>Says whether a process holds the directory, without taking it.</summary>
    public static bool IsInUse(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(System.IO.Path.Combine(full, LockName)))
        {
            return false;
        }

        using FileStream? held = TakeLock(full);
        return held is null;
    }

    /// <summary>Lets the directory go.</summary>
    public void Dispose()
    {
        File.Delete(System.IO.Path.Combine(Path, OwnerName));
        _lock.Dispose();
    }

    private static void Create(string full)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(full);
        }
        else
        {
            // Phone numbers and addresses of a whole town: nobody but this account reads them.
            Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStream? TakeLock(string full)
    {
        string file = System.IO.Path.Combine(full, LockName);
        try
        {
            // FileShare.None is flock(LOCK_EX) on Linux and an exclusive handle on Windows.
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    private static string DescribeOwner(string full)
    {
        DataDirectoryOwner? owner = ReadOwner(full);
        return owner is null
            ? $"{full} is in use by another process. Stop that process, or choose another DataDirectory."
            : string.Create(CultureInfo.InvariantCulture, $"{full} is in use by process {owner.ProcessId} on {owner.Machine}, started {owner.Since:u}. Stop it (it may be the service), or choose another DataDirectory.");
    }

    private static DataDirectoryOwner? ReadOwner(string full)
    {
        try
        {
            using var file = new FileStream(System.IO.Path.Combine(full, OwnerName), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize<DataDirectoryOwner>(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static int? ReadFormat(string full)
    {
        string file = System.IO.Path.Combine(full, FormatName);
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), NumberStyles.Integer, CultureInfo.InvariantCulture, out int format) ? format : null;
    }

    private static void WriteAtomically(string file, string text)
    {
        string draft = file + ".new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }
}
