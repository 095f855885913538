using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.TestKit;
using AlertAutomaton.VoiceServer.Duty;
using AlertAutomaton.VoiceServer.Resources;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Duty;

public sealed class AlarmDeskTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ListedLog _log = new();
    private readonly ListedPath _mail = new();
    private readonly ListedPath _text = new();
    private readonly AlarmDesk _desk;

    public AlarmDeskTests()
    {
        _desk = new AlarmDesk([_mail, _text, new LogAlarmPath(_log)], "fr", _clock, _log);
        _desk.Start();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task An_alarm_goes_by_every_path_once_and_so_does_the_all_clear()
    {
        for (int time = 0; time < 5; time++)
        {
            _desk.Raise("system:Trunk:lab", "Trunk", "lab");
        }

        await UntilAsync(() => _mail.Took.Count == 1 && _text.Took.Count == 1);
        _desk.Clear("system:Trunk:lab", "Trunk", "lab");
        await UntilAsync(() => _mail.Took.Count == 2 && _text.Took.Count == 2);
        Assert.Equal(["Ligne téléphonique lab en panne", "Terminé : Ligne téléphonique lab en panne"], _mail.Took.Select(notice => notice.Subject));
        await UntilAsync(() => _log.Lines.Count == 2);
        Assert.Equal(["11113", "11114"], _log.Lines.Select(line => line[..5]));
    }

    [Fact]
    public async Task A_path_that_breaks_or_hangs_keeps_nobody_from_hearing_it_by_another()
    {
        _mail.Manner = static ct => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct).ContinueWith(static _ => false, TaskScheduler.Default);
        _desk.Raise("a", "Store", "");
        await UntilAsync(() => _text.Took.Count == 1);
        await UntilAsync(() => _log.Lines.Any(line => line.StartsWith("11116", StringComparison.Ordinal) || line.StartsWith("11115", StringComparison.Ordinal)));
        await PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(_text.Asked);
    }

    [Fact]
    public async Task An_alarm_that_no_path_took_is_told_again_until_one_does()
    {
        _mail.Manner = _text.Manner = static _ => Task.FromResult(false);
        _desk.Raise("a", "Store", "");
        await UntilAsync(() => _mail.Asked.Count >= 3);
        _mail.Manner = static _ => Task.FromResult(true);
        await UntilAsync(() => _mail.Took.Count == 1);
        int asked = _mail.Asked.Count;
        await PassAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(asked, _mail.Asked.Count);
    }

    [Fact]
    public void Every_alarm_has_words_in_french_and_english()
    {
        foreach (string name in Enum.GetNames<SystemComponent>().Append(DutyTexts.Nobody).Append(DutyTexts.Silent))
        {
            Assert.NotEqual(DutyTexts.Subject(name, "fr", "lab"), DutyTexts.Subject(name, "en", "lab"));
            Assert.NotEqual(DutyTexts.Text(name, "fr", "lab"), DutyTexts.Text(name, "en", "lab"));
            Assert.DoesNotContain(name + "Subject", DutyTexts.Subject(name, "en", ""), StringComparison.Ordinal);
            Assert.InRange(DutyTexts.AllClear("fr", DutyTexts.Subject(name, "fr", "a name of a trunk or gateway")).Length, 1, 160);
        }
    }

    [Fact]
    public void Every_row_of_the_table_has_its_sentence_in_the_catalogue() =>
        Assert.All(SystemAlarms.Table, rule => Assert.All(ShippedPrompts.Catalogue.Languages, language => Assert.True(ShippedPrompts.Catalogue.TryGet(language, rule.Words, out _))));

    private async Task PassAsync(TimeSpan time)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(15))
        {
            _clock.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        for (int look = 0; look < 4000 && !holds(); look++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        Assert.True(holds());
    }
}
