using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Removes, once a day, recordings that nothing uses and nobody has kept for long. Where it is not known what is used, nothing is removed.</summary>
/// <param name="used">The names of the files that are used; <see cref="RecordingUse.FilesAsync"/>.</param>
/// <param name="directory">The shelf.</param>
/// <param name="unusedFor">How long a recording is kept without a use.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where every removal is told.</param>
internal sealed class RecordingTidier(
    Func<CancellationToken, Task<IReadOnlySet<string>>> used, string directory, TimeSpan unusedFor, TimeProvider time, ILogger<RecordingTidier> log) : IAsyncDisposable
{
    // Not in the first minutes, which belong to the alerts that go on.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Begins to tidy up day by day.</summary>
    public void Start() => _loop = RunAsync();

    /// <summary>Tidies up now.</summary>
    /// <returns>How many files were removed.</returns>
    public async Task<int> TidyAsync(CancellationToken cancel)
    {
        try
        {
            // Listed before it is asked what is used: what is kept in between is younger than any limit.
            var present = RecordingShelf.Names(directory).ToList();
            var needed = await used(cancel);
            var limit = time.GetUtcNow() - unusedFor;
            return present.Where(name => !needed.Contains(name)).Count(name => Remove(name, limit));
        }
        catch (Exception fault) when (fault is AlertStoreException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            RecordingLog.NotTidied(log, fault);
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        await Task.Delay(AfterStart, time, _stop.Token);
        while (true)
        {
            await TidyAsync(_stop.Token);
            await Task.Delay(Interval, time, _stop.Token);
        }
    }

    private bool Remove(string name, DateTimeOffset limit)
    {
        try
        {
            if (RecordingShelf.RemoveUnlessKeptSince(directory, name, limit) is not { } kept)
            {
                return false;
            }

            RecordingLog.Removed(log, name, kept);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            RecordingLog.NotRemoved(log, name, fault);
            return false;
        }
    }
}
