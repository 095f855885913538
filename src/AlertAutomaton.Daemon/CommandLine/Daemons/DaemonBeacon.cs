using System.Text.Json;

namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>The file <c>daemon.json</c> in the data directory: where the daemon that holds it can be reached.</summary>
internal sealed record DaemonBeacon(string Url, int ProcessId, DateTimeOffset StartedAt)
{
    private const string FileName = "daemon.json";

    public void Write(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, JsonOutput.Options));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The beacon of a data directory, or null when there is none that can be read.</summary>
    public static DaemonBeacon? Read(string dataDirectory)
    {
        try
        {
            return JsonSerializer.Deserialize<DaemonBeacon>(File.ReadAllText(Path.Combine(dataDirectory, FileName)), JsonOutput.Options);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public static void Remove(string dataDirectory) => File.Delete(Path.Combine(dataDirectory, FileName));
}
