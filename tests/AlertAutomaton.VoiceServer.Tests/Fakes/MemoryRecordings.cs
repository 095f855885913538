using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Recordings;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class MemoryRecordings : IRecordingStore
{
    private readonly List<Recording> _all = [];

    public Dictionary<int, byte[]> Files { get; } = [];

    public bool DiskIsFull { get; set; }

    public Task<Recording?> FindAsync(OrganisationId organisation, int number, CancellationToken ct) =>
        Task.FromResult(_all.Find(recording => recording.Organisation == organisation && recording.Number == number));

    public Task<IReadOnlyList<Recording>> ListAsync(OrganisationId organisation, CancellationToken ct) => Task.FromResult<IReadOnlyList<Recording>>([.. _all]);

    public Task<Recording?> KeepAsync(Recording recording, ReadOnlyMemory<byte> wav, CancellationToken ct)
    {
        if (DiskIsFull)
        {
            return Task.FromResult<Recording?>(null);
        }

        _all.RemoveAll(other => other.Organisation == recording.Organisation && other.Number == recording.Number);
        Recording kept = recording with { Path = $"{recording.Number}.wav" };
        _all.Add(kept);
        Files[recording.Number] = wav.ToArray();
        return Task.FromResult<Recording?>(kept);
    }
}
