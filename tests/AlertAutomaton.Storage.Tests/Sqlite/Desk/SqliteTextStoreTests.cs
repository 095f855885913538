using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Texts;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Sqlite.Desk;

/// <summary>What residents write back survives a restart, is never answered twice and never lost in a repeat.</summary>
public sealed class SqliteTextStoreTests : IAsyncLifetime
{
    private static readonly TimeSpan s_repeat = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private DeskDatabase _database = null!;

    private SqliteInboundTextStore Texts => new(_database, NullLogger<SqliteInboundTextStore>.Instance);

    private SqliteRefusalStore Refusals => new(_database, NullLogger<SqliteRefusalStore>.Instance);

    public ValueTask InitializeAsync()
    {
        Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_text_stays_open_over_a_restart_until_it_is_worked_on()
    {
        InboundText text = Text("oui");
        Assert.Equal(InboundTextVerdict.Stored, await Texts.AddAsync(text, s_repeat));

        await _database.DisposeAsync();
        Open();

        Assert.Equal(text, Assert.Single(await Texts.LoadOpenAsync(100)));
        Assert.True(await Texts.CloseAsync(new InboundTextResult(text.Id, InboundTextFate.Acknowledged, _time.GetUtcNow())
        {
            Alert = AlertId.New(_time), Recipient = RecipientId.New(_time), Option = AcknowledgementOption.Safe,
        }));
        Assert.Empty(await Texts.LoadOpenAsync(100));
    }

    [Fact]
    public async Task The_network_repeating_a_text_stores_it_once_and_a_changed_mind_twice()
    {
        await Texts.AddAsync(Text("1"), s_repeat);
        Assert.Equal(InboundTextVerdict.Double, await Texts.AddAsync(Text("1"), s_repeat));
        Assert.Equal(InboundTextVerdict.Stored, await Texts.AddAsync(Text("2"), s_repeat));
        Assert.Equal(InboundTextVerdict.Stored, await Texts.AddAsync(Text("1"), s_repeat));

        _time.Advance(s_repeat + TimeSpan.FromSeconds(1));
        Assert.Equal(InboundTextVerdict.Stored, await Texts.AddAsync(Text("1"), s_repeat));
        Assert.Equal(4, (await Texts.LoadOpenAsync(100)).Count);
    }

    [Fact]
    public async Task An_answer_leaves_once_per_alert_and_no_number_gets_many()
    {
        AlertId first = AlertId.New(_time);
        Assert.Equal(TextAnswerVerdict.MayLeave, await Texts.ClaimAnswerAsync(Answer("Safe", first), 2));
        Assert.Equal(TextAnswerVerdict.SentBefore, await Texts.ClaimAnswerAsync(Answer("Safe", first), 2));
        Assert.Equal(TextAnswerVerdict.MayLeave, await Texts.ClaimAnswerAsync(Answer("Safe", AlertId.New(_time)), 2));
        Assert.Equal(TextAnswerVerdict.TooMany, await Texts.ClaimAnswerAsync(Answer("HowTo", null), 2));

        _time.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(TextAnswerVerdict.MayLeave, await Texts.ClaimAnswerAsync(Answer("HowTo", null), 2));
        Assert.Equal(TextAnswerVerdict.SentBefore, await Texts.ClaimAnswerAsync(Answer("HowTo", null), 2));

        _time.Advance(TimeSpan.FromDays(1.1));
        Assert.Equal(TextAnswerVerdict.MayLeave, await Texts.ClaimAnswerAsync(Answer("HowTo", null), 2));
    }

    [Fact]
    public async Task Whoever_refuses_everybody_refuses_each_organisation_and_saying_it_twice_changes_nothing()
    {
        OrganisationId valbourg = OrganisationId.New(_time);
        OrganisationId other = OrganisationId.New(_time);
        Assert.True(await Refusals.AddAsync(Refusal(1, valbourg)));
        Assert.True(await Refusals.AddAsync(Refusal(1, valbourg)));
        Assert.True(await Refusals.AddAsync(Refusal(2, null)));

        Assert.Equal([Number(1), Number(2)], (await Refusals.RefusedAsync(valbourg, CancellationToken.None)).OrderBy(number => number.Digits));
        Assert.Equal([Number(2)], await Refusals.RefusedAsync(other, CancellationToken.None));
    }

    [Fact]
    public async Task Operators_read_the_latest_first_and_only_what_nobody_understood_where_they_ask_so()
    {
        InboundText understood = Text("oui");
        InboundText riddle = Text("???");
        await Texts.AddAsync(understood, s_repeat);
        await Texts.CloseAsync(new InboundTextResult(understood.Id, InboundTextFate.Acknowledged, _time.GetUtcNow()));
        await Texts.AddAsync(riddle, s_repeat);
        await Texts.CloseAsync(new InboundTextResult(riddle.Id, InboundTextFate.NotUnderstood, _time.GetUtcNow()));

        var (all, next) = await Texts.ListAsync(onlyUnread: false, before: null, limit: 1, CancellationToken.None);
        Assert.Equal((riddle, InboundTextFate.NotUnderstood), Assert.Single(all));
        Assert.Equal((understood, InboundTextFate.Acknowledged), Assert.Single((await Texts.ListAsync(false, next, 1, CancellationToken.None)).Rows));
        Assert.Equal(riddle, Assert.Single((await Texts.ListAsync(onlyUnread: true, before: null, limit: 10, CancellationToken.None)).Rows).Text);
    }

    [Fact]
    public async Task A_closed_database_takes_nothing_and_says_so()
    {
        await _database.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Texts.AddAsync(Text("1"), s_repeat));
        Open();
        Assert.Empty(await Texts.LoadOpenAsync(10));
    }

    private void Open() => _database = DeskDatabase.Open(new DeskDatabaseOptions { Path = _folder.File("desk.db") }, _time);

    private InboundText Text(string words) => new()
    {
        Id = Guid.CreateVersion7(_time.GetUtcNow()),
        Gateway = "sms",
        From = "+33639980001",
        Number = Number(1),
        To = "36000",
        Text = words,
        ReceivedAt = _time.GetUtcNow(),
    };

    private TextAnswer Answer(string what, AlertId? alert) => new(Number(1), alert, what, Guid.CreateVersion7(_time.GetUtcNow()), _time.GetUtcNow());

    private TextRefusal Refusal(int number, OrganisationId? organisation) => new(Number(number), organisation, Guid.CreateVersion7(_time.GetUtcNow()), _time.GetUtcNow());

    private static E164Number Number(int n) => E164Number.TryParse($"+3363998{n:D4}", out E164Number number) ? number : throw new ArgumentOutOfRangeException(nameof(n));
}
