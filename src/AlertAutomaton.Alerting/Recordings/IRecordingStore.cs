using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Recordings;

/// <summary>
/// Keeps recordings. Safe for concurrent use; a write completes when file and row are on disk. A file is never overwritten: a running alert
/// may be playing it, so that a replaced recording gets a new path.
/// </summary>
public interface IRecordingStore
{
    /// <summary>Finds a recording.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="number">1 to 999.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<Recording?> FindAsync(OrganisationId organisation, int number, CancellationToken ct);

    /// <summary>Lists the recordings of an organisation in order of their number.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>All of them.</returns>
    Task<IReadOnlyList<Recording>> ListAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Keeps a recording under its number.</summary>
    /// <param name="recording">What it is.</param>
    /// <param name="wav">The file.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>The recording with its path; null when it could not be kept (a full disk).</returns>
    Task<Recording?> KeepAsync(Recording recording, ReadOnlyMemory<byte> wav, CancellationToken ct);
}
