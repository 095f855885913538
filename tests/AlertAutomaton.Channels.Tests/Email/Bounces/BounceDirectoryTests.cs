using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Email.Bounces;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Channels.Tests.Email.Bounces;

public sealed class BounceDirectoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bounce-tests-").FullName;
    private readonly ManualTimeProvider _clock = new();
    private readonly RecordingLogger<BounceDirectory> _log = new();
    private readonly List<string> _told = [];
    private readonly SemaphoreSlim _telling = new(0);
    private ReportVerdict _answer = ReportVerdict.Recorded;

    [Fact]
    public async Task A_maildir_is_read_and_its_mails_are_marked_as_seen()
    {
        Maildir();
        Put("new/1", "postfix-unknown-user");
        Put("new/2", "holiday-notice");
        Assert.Equal(2, await Watcher().TurnAsync(TestContext.Current.CancellationToken));
        Assert.Equal([$"{AttemptReference.Mail(MailOrders.Attempt)} InvalidNumber failed 5.1.1"], _told);
        Assert.Empty(Files("new"));
        Assert.Equal(OperatingSystem.IsWindows() ? ["1", "2"] : ["1:2,S", "2:2,S"], Files("cur"));
        Assert.Equal(0, await Watcher().TurnAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_plain_folder_is_read_and_what_is_still_being_written_is_left()
    {
        Put("1.eml", "sendmail-delivered");
        Put(".2.eml", "postfix-unknown-user");
        Assert.Equal(1, await Watcher().TurnAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["1.eml"], Files("done"));
        Assert.Equal([".2.eml"], Files(""));
        Assert.Single(_told);
    }

    [Fact]
    public async Task What_the_store_does_not_take_now_is_read_again()
    {
        Maildir();
        Put("new/1", "postfix-unknown-user");
        _answer = ReportVerdict.NotWritten;
        Assert.Equal(0, await Watcher().TurnAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["1"], Files("new"));
        _answer = ReportVerdict.Recorded;
        Assert.Equal(1, await Watcher().TurnAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task Only_so_many_are_read_in_one_turn()
    {
        Maildir();
        for (int mail = 0; mail < 5; mail++)
        {
            Put($"new/{mail}", "holiday-notice");
        }

        BounceDirectory watcher = Watcher(most: 2);
        Assert.Equal("2 2 1 0", await TurnsAsync(watcher, 4));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_put_aside_and_the_others_are_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links to themselves are a matter of Unix");
        Maildir();
        File.CreateSymbolicLink(Path.Combine(_folder, "new", "1"), Path.Combine(_folder, "new", "1"));
        Put("new/2", "postfix-unknown-user");
        Assert.Equal(1, await Watcher().TurnAsync(TestContext.Current.CancellationToken));
        Assert.Single(_told);
        Assert.Empty(Files("new"));
        Assert.Equal("Warning 7203", Assert.Single(_log.Lines)[..12]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_once()
    {
        Directory.Delete(_folder);
        BounceDirectory watcher = Watcher();
        Assert.Equal("0 0", await TurnsAsync(watcher, 2));
        Assert.Single(_log.Lines);
        Directory.CreateDirectory(_folder);
        Put("1.eml", "sendmail-delivered");
        Assert.Equal("1", await TurnsAsync(watcher, 1));
    }

    [Fact]
    public async Task It_looks_as_often_as_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        Task running = Watcher().RunAsync(stop.Token);
        for (int turn = 1; turn <= 3; turn++)
        {
            Put($"{turn}.eml", "postfix-unknown-user");
            _clock.Advance(TimeSpan.FromSeconds(15));
            Assert.True(await _telling.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        }

        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_pipe_is_read_to_its_end()
    {
        await using FileStream mail = File.OpenRead(Corpus("gmail-unknown-user"));
        Assert.Equal(BounceVerdict.Reported, await Reader().ReadAsync(mail, TestContext.Current.CancellationToken));
        Assert.Equal(BounceVerdict.NotOurs, await Reader().ReadAsync(Stream.Null, TestContext.Current.CancellationToken));
        await using FileStream delayed = File.OpenRead(Corpus("postfix-delayed"));
        Assert.Equal(BounceVerdict.NothingToDo, await Reader().ReadAsync(delayed, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _telling.Dispose();
    }

    private static string Corpus(string name) => Path.Combine(AppContext.BaseDirectory, "Corpora", "Bounces", name + ".eml");

    private static async Task<string> TurnsAsync(BounceDirectory watcher, int turns)
    {
        int[] read = new int[turns];
        for (int turn = 0; turn < turns; turn++)
        {
            read[turn] = await watcher.TurnAsync(TestContext.Current.CancellationToken);
        }

        return string.Join(" ", read);
    }

    private void Maildir()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "new"));
        Directory.CreateDirectory(Path.Combine(_folder, "cur"));
    }

    /// <summary>Whole at once, as mail systems do it.</summary>
    private void Put(string name, string mail)
    {
        string hidden = Path.Combine(_folder, ".writing");
        File.Copy(Corpus(mail), hidden);
        File.Move(hidden, Path.Combine(_folder, name));
    }

    private string[] Files(string folder) =>
        [.. Directory.GetFiles(Path.Combine(_folder, folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private BounceDirectory Watcher(int most = 100) =>
        new(new BounceDirectoryOptions { Path = _folder, MostPerTurn = most }, Reader(), _clock, _log);

    private BounceReader Reader() => new(MailOrders.Options, TellAsync, NullLogger<BounceReader>.Instance);

    private Task<ReportVerdict> TellAsync(IReadOnlyList<string> references, DeliveryReport report, CancellationToken ct)
    {
        _told.Add($"{string.Join(' ', references)} {report.Outcome} {report.Detail}");
        _telling.Release();
        return Task.FromResult(_answer);
    }
}
