using System.Security.Cryptography;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>
/// Recordings: rows in the desk's database, the sound in WAV files beside it, each named by the SHA-256 of its bytes, so that no file ever
/// changes under an alert that plays it.
/// </summary>
/// <param name="database">The rows.</param>
/// <param name="folder">Full path of the folder of the files; made when it is missing.</param>
/// <param name="log">Where a full disk is told.</param>
public sealed class SqliteRecordingStore(DeskDatabase database, string folder, ILogger<SqliteRecordingStore> log) : IRecordingStore
{
    /// <inheritdoc/>
    public Task<Recording?> FindAsync(OrganisationId organisation, int number, CancellationToken ct) => database.ReadAsync(
        reader =>
        {
            SqliteStatement row = reader.Query("RecordingByNumber").Bind(1, organisation.Value).Bind(2, number);
            return row.Read() ? Read(organisation, row) : null;
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Recording>> ListAsync(OrganisationId organisation, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Recording>>(
        reader =>
        {
            SqliteStatement row = reader.Query("Recordings").Bind(1, organisation.Value);
            var all = new List<Recording>();
            while (row.Read())
            {
                all.Add(Read(organisation, row));
            }

            return all;
        },
        ct);

    /// <inheritdoc/>
    public async Task<Recording?> KeepAsync(Recording recording, ReadOnlyMemory<byte> wav, CancellationToken ct)
    {
        string file = Convert.ToHexStringLower(SHA256.HashData(wav.Span)) + ".wav";
        try
        {
            await WriteAsync(Path.Combine(folder, file), wav, recording.RecordedAt, ct);
            await database.WriteAsync(session => Save(session, recording, file), ct);
            return recording with { Path = Path.Combine(folder, file) };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or AlertStoreException)
        {
            DeskLog.RecordingNotKept(log, recording.Number, fault);
            return null;
        }
    }

    private async Task WriteAsync(string path, ReadOnlyMemory<byte> wav, DateTimeOffset recordedAt, CancellationToken ct)
    {
        if (File.Exists(path))
        {
            // Its age counts from now on: whoever tidies up goes by it.
            File.SetLastWriteTimeUtc(path, recordedAt.UtcDateTime);
            return;
        }

        // Under another name until it is whole and synced: a file under its hash is always complete.
        Directory.CreateDirectory(folder);
        string unfinished = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(wav, ct);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static bool Save(DeskWriteSession session, Recording recording, string file)
    {
        SqliteStatement row = session.Query("SaveRecording")
            .Bind(1, session.NumberOf(recording.Organisation)).Bind(2, recording.Number).Bind(3, recording.Language).Bind(4, recording.Duration.Ticks)
            .Bind(6, recording.RecordedAt.UtcTicks).Bind(7, file);
        row = recording.RecordedBy is { } who ? row.Bind(5, who.Value) : row.Bind(5, (long?)null);
        row.Run();
        return true;
    }

    private Recording Read(OrganisationId organisation, SqliteStatement row) => new()
    {
        Organisation = organisation,
        Number = row.Int32(0),
        Language = row.Text(1),
        Duration = new TimeSpan(row.Int64(2)),
        RecordedBy = row.IsNull(3) ? null : new OperatorId(row.Guid(3)),
        RecordedAt = new DateTimeOffset(row.Int64(4), TimeSpan.Zero),
        Path = Path.Combine(folder, row.Text(5)),
    };
}
