using System.Text.Json;

namespace AlertAutomaton.Lab.Witness;

/// <summary>
/// What the phones really saw, as append-only JSON lines in a file of its own. It outlives the daemon under test and shares no code with it.
/// </summary>
public sealed class WitnessLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream? _file;
    private readonly List<WitnessEntry> _entries = [];
    private readonly bool _keep;

    private WitnessLog(FileStream? file, bool keep)
    {
        _file = file;
        _keep = keep;
    }

    /// <summary>What was seen so far, when it is kept in memory.</summary>
    public IReadOnlyList<WitnessEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>A log that appends to a file.</summary>
    public static WitnessLog ToFile(string path) => new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, 1), keep: false);

    /// <summary>A log that is read by a test of the same process.</summary>
    public static WitnessLog InMemory() => new(null, keep: true);

    /// <summary>A log that nobody reads.</summary>
    public static WitnessLog None() => new(null, keep: false);

    /// <summary>Reads a file written by <see cref="ToFile"/>; a last line cut short by a kill is left out.</summary>
    public static IReadOnlyList<WitnessEntry> Read(string path)
    {
        var entries = new List<WitnessEntry>();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.EndsWith('}') && JsonSerializer.Deserialize(line, WitnessJsonContext.Default.WitnessEntry) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>Writes one entry; it is with the operating system when this returns.</summary>
    public void Write(WitnessEntry entry)
    {
        lock (_gate)
        {
            if (_keep)
            {
                _entries.Add(entry);
            }

            if (_file is not null)
            {
                byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, WitnessJsonContext.Default.WitnessEntry), (byte)'\n'];
                _file.Write(line);
                _file.Flush();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
