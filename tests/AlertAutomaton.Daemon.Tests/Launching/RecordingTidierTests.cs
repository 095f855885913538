using System.Security.Cryptography;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Tests.EndToEnd;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Daemon.Tests.Launching;

/// <summary>Recordings that nothing uses go when they are old; all others stay.</summary>
public sealed class RecordingTidierTests : IDisposable
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly string _shelf = Directory.CreateTempSubdirectory("alertautomaton-shelf").FullName;
    private readonly ManualTimeProvider _time = new();
    private readonly KeptLog _log = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public void Dispose()
    {
        _log.Dispose();
        Directory.Delete(_shelf, recursive: true);
    }

    [Fact]
    public async Task What_nothing_uses_goes_when_it_is_old_and_the_log_names_it()
    {
        var old = Keep(1);
        _time.Advance(Month - TimeSpan.FromHours(1));
        var young = Keep(2);
        Assert.Equal(0, await TidyAsync());
        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, await TidyAsync());

        Assert.Equal([young], Names());
        Assert.Contains(_log.Lines, line => line.StartsWith("9310 ", StringComparison.Ordinal) && line.Contains(old, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_used_stays_however_old_it_is_and_so_does_what_is_not_ours()
    {
        var used = Keep(1);
        _used.Add(used);
        foreach (var other in new[] { "notes.txt", new string('a', 64) + ".mp3", "A" + new string('a', 63) + ".wav", new string('a', 64) + ".wav.bak" })
        {
            await File.WriteAllTextAsync(Path.Combine(_shelf, other), "", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(Path.Combine(_shelf, other), _time.GetUtcNow().UtcDateTime);
        }

        _time.Advance(Month * 100);
        Assert.Equal(0, await TidyAsync());
        Assert.Equal(5, Names().Length);
    }

    [Fact]
    public async Task What_is_kept_again_is_young_again()
    {
        var kept = Keep(1);
        _time.Advance(Month * 2);
        Assert.Equal(kept, Keep(1));
        Assert.Equal(0, await TidyAsync());
        Assert.Equal([kept], Names());
    }

    [Fact]
    public async Task What_a_crash_left_half_written_goes_as_well()
    {
        var half = Path.Combine(_shelf, Convert.ToHexStringLower(SHA256.HashData([1])) + ".wav.7.new");
        await File.WriteAllTextAsync(half, "", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(half, _time.GetUtcNow().UtcDateTime);
        _time.Advance(Month * 2);
        Assert.Equal(1, await TidyAsync());
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Where_it_cannot_be_read_what_is_used_nothing_goes()
    {
        Keep(1);
        _time.Advance(Month * 2);
        await using var tidier = Tidier(_ => throw new AlertStoreException("the disk failed", isTransient: false));
        Assert.Equal(0, await tidier.TidyAsync(TestContext.Current.CancellationToken));
        Assert.Single(Names());
        Assert.True(_log.Has(9312));
    }

    [Fact]
    public async Task It_tidies_up_every_day()
    {
        var asked = new SemaphoreSlim(0);
        await using var tidier = Tidier(_ =>
        {
            asked.Release();
            return Task.FromResult<IReadOnlySet<string>>(_used);
        });
        tidier.Start();
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await asked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        for (var day = 0; day < 3; day++)
        {
            // The next wait begins a moment after the round before it; whole days are passed until it ends.
            for (var look = 0; look < 1000 && asked.CurrentCount == 0; look++)
            {
                _time.Advance(TimeSpan.FromDays(1));
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
            }

            Assert.True(await asked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }
    }

    private string Keep(byte content) => Path.GetFileName(RecordingShelf.Keep(_shelf, [content], _time.GetUtcNow()));

    private string[] Names() => [.. Directory.EnumerateFiles(_shelf).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private async Task<int> TidyAsync()
    {
        await using var tidier = Tidier(_ => Task.FromResult<IReadOnlySet<string>>(_used));
        return await tidier.TidyAsync(TestContext.Current.CancellationToken);
    }

    private RecordingTidier Tidier(Func<CancellationToken, Task<IReadOnlySet<string>>> used)
    {
        using var loggers = LoggerFactory.Create(building => building.AddProvider(_log));
        return new RecordingTidier(used, _shelf, Month, _time, loggers.CreateLogger<RecordingTidier>());
    }
}
