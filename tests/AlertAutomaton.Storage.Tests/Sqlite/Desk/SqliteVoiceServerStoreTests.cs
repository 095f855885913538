using System.Text;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Sqlite.Desk;

/// <summary>What the voice server works with survives a restart: operators, locks, scenarios, lists, drafts, recordings, wishes.</summary>
public sealed class SqliteVoiceServerStoreTests : IAsyncLifetime
{
    private const string Pin = "739264";
    private const string DuressPin = "518306";
    private const int Cheap = 10;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly OrganisationId _town;
    private readonly OrganisationId _other;
    private DeskDatabase _database = null!;

    public SqliteVoiceServerStoreTests()
    {
        _town = OrganisationId.New(_time);
        _other = OrganisationId.New(_time);
    }

    private SqliteOperatorStore Operators => new(_database);

    private SqliteScenarioStore Scenarios => new(_database);

    private SqliteContactListStore Lists => new(_database);

    private SqliteDraftStore Drafts => new(_database);

    private SqlitePinGuardStore Guard => new(_database, NullLogger<SqlitePinGuardStore>.Instance);

    private SqliteRecordingStore Recordings => new(_database, _folder.File("recordings"), NullLogger<SqliteRecordingStore>.Instance);

    private SqliteCallbackRequestStore Requests => new(_database, NullLogger<SqliteCallbackRequestStore>.Instance);

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
    public async Task Operators_are_the_same_after_a_restart()
    {
        Operator second = Who("1043") with { Name = "Lea", Role = OperatorRole.Mayor, Languages = ["fr", "en"], RegisteredPhone = Phone(43), Active = false, MayApprove = true };
        Operator first = Who("1042") with { Pin = PinHasher.Hash(Pin, DuressPin, Cheap) };
        Assert.True(await Operators.SaveAsync(second, default));
        Assert.True(await Operators.SaveAsync(first, default));

        await RestartAsync();

        Operator[] read = [.. await Operators.ListAsync(_town, default)];
        Assert.Equal(["1042", "1043"], read.Select(who => who.Number));
        Assert.Equal(second with { Languages = read[1].Languages }, read[1]);
        Assert.Equal(second.Languages, read[1].Languages);
        Assert.Equal(PinVerdict.Right, PinHasher.Verify(Pin, read[0].Pin, Cheap));
        Assert.Equal(PinVerdict.Duress, PinHasher.Verify(DuressPin, read[0].Pin, Cheap));
        Assert.Equal(first.Id, (await Operators.FindAsync(_town, "1042", default))!.Id);
        Assert.Equal("1043", (await Operators.GetAsync(second.Id, default))!.Number);
        Assert.Null(await Operators.FindAsync(_other, "1042", default));
    }

    [Fact]
    public async Task Two_operators_of_an_organisation_never_share_a_number()
    {
        Operator who = Who("1042");
        Assert.True(await Operators.SaveAsync(who, default));
        Assert.False(await Operators.SaveAsync(Who("1042"), default));
        Assert.True(await Operators.SaveAsync(Who("1042") with { Organisation = _other }, default));
        Assert.True(await Operators.SaveAsync(who with { Number = "1050" }, default));
        Assert.Null(await Operators.FindAsync(_town, "1042", default));
    }

    [Fact]
    public async Task No_pin_stands_in_clear_in_any_file()
    {
        await Operators.SaveAsync(Who("1042") with { Pin = PinHasher.Hash(Pin, DuressPin, Cheap) }, default);
        using (PinDesk desk = Desk())
        {
            await desk.CheckAsync(_town, "1042", "640982", "", false, "c", default);
        }

        await _database.DisposeAsync();
        foreach (string file in Directory.GetFiles(_folder.Path))
        {
            string content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.DoesNotContain(Pin, content, StringComparison.Ordinal);
            Assert.DoesNotContain(DuressPin, content, StringComparison.Ordinal);
            Assert.DoesNotContain("640982", content, StringComparison.Ordinal);
        }

        Open();
    }

    [Fact]
    public async Task A_lock_survives_a_restart_and_ends_when_it_is_taken_off_or_over()
    {
        await Operators.SaveAsync(Who("1042") with { Pin = PinHasher.Hash(Pin, null, Cheap) }, default);
        using (PinDesk before = Desk())
        {
            for (int attempt = 0; attempt < before.Options.FailuresToLock; attempt++)
            {
                Assert.Null((await TryAsync(before, "604917")).Operator);
            }
        }

        await RestartAsync();
        using PinDesk after = Desk();
        await after.RestoreAsync(default);

        Assert.Equal(_time.GetUtcNow() + after.Options.FirstLock, after.LockedUntil(_town, "1042"));
        Assert.Null((await TryAsync(after, Pin)).Operator);
        await after.UnlockAsync(_town, "1042", default);
        Assert.NotNull((await TryAsync(after, Pin)).Operator);
        Assert.Empty((await Guard.LoadAsync(default)).Accounts);
    }

    [Fact]
    public async Task The_cap_over_all_operator_numbers_survives_a_restart()
    {
        using (PinDesk before = Desk())
        {
            for (int attempt = 0; attempt < before.Options.FailuresPerHour; attempt++)
            {
                await before.CheckAsync(_town, $"2{attempt:000}", Pin, "", false, "c", default);
            }
        }

        await Operators.SaveAsync(Who("1042") with { Pin = PinHasher.Hash(Pin, null, Cheap) }, default);
        await RestartAsync();
        using PinDesk after = Desk();
        await after.RestoreAsync(default);

        Assert.Null((await TryAsync(after, Pin)).Operator);
        _time.Advance(TimeSpan.FromHours(1.01));
        Assert.NotNull((await TryAsync(after, Pin)).Operator);
    }

    [Fact]
    public async Task Scenarios_and_whom_they_warn_are_the_same_after_a_restart()
    {
        Contact household = Household(1);
        Scenario flood = Flood(12, "Right bank", "scenario-12");
        Assert.True(await Lists.SaveAsync(new ContactList { Organisation = _town, Name = "Right bank", Number = 3, Contacts = [household, Household(2)] }, default));
        Assert.True(await Lists.SaveAsync(new ContactList { Organisation = _town, Name = "scenario-12", Contacts = [household, Household(3)] }, default));
        Assert.False(await Lists.SaveAsync(new ContactList { Organisation = _town, Name = "Left bank", Number = 3, Contacts = [] }, default));
        Assert.True(await Scenarios.SaveAsync(flood, default));
        Assert.False(await Scenarios.SaveAsync(Flood(12), default));

        await RestartAsync();

        Scenario read = (await Scenarios.FindAsync(_town, 12, default))!;
        Assert.Equal((flood.Id, flood.Policy, flood.Lifetime), (read.Id, read.Policy, read.Lifetime));
        Assert.Equal((flood.TwoPeople, flood.OverrideAfter), (read.TwoPeople, read.OverrideAfter));
        Assert.Equal(flood.Names, read.Names);
        Assert.Equal(flood.Kinds, read.Kinds);
        Assert.Equal(flood.Message.Texts, read.Message.Texts);
        Assert.Equal(read.Id, (await Scenarios.GetAsync(flood.Id, default))!.Id);
        Assert.Equal(new AudienceGroup(3, "Right bank"), await Lists.FindGroupAsync(_town, 3, default));
        Assert.Null(await Lists.FindGroupAsync(_other, 3, default));
        IReadOnlyList<Contact> warned = await Lists.FindAsync(_town, read.Audience, default);
        Assert.Equal(3, warned.Count);
        Assert.Equal(household.Points, warned[0].Points);
        Assert.Empty(await Lists.FindAsync(_other, read.Audience, default));
    }

    [Fact]
    public async Task What_is_removed_is_gone()
    {
        Scenario flood = Flood(12, "Right bank");
        await Scenarios.SaveAsync(flood, default);
        await Lists.SaveAsync(new ContactList { Organisation = _town, Name = "Right bank", Contacts = [Household(1)] }, default);

        Assert.True(await Scenarios.RemoveAsync(flood.Id, default));
        Assert.False(await Scenarios.RemoveAsync(flood.Id, default));
        Assert.True(await Lists.RemoveAsync(_town, "Right bank", default));
        Assert.False(await Lists.RemoveAsync(_town, "Right bank", default));
        Assert.Empty(await Scenarios.ListAsync(_town, default));
        Assert.Empty(await Lists.FindAsync(_town, flood.Audience, default));
    }

    [Fact]
    public async Task A_draft_survives_a_restart_and_only_the_next_version_replaces_it()
    {
        Operator first = Who("1042");
        Operator second = Who("1043") with { MayApprove = true };
        Draft draft = new()
        {
            Id = DraftId.New(_time), Organisation = _town, Content = DraftContent.OfRecording(4, 3), Kind = AlertKind.Real, Title = "Flood", Households = 412, SubmittedBy = first.Id,
        };
        Assert.True(await Drafts.SaveAsync(draft, default));
        Assert.False(await Drafts.SaveAsync(draft, default));
        Draft pending = DraftRules.Submit(draft, first, TimeSpan.FromMinutes(10), _time.GetUtcNow()).Draft;
        Assert.True(await Drafts.SaveAsync(pending, default));
        Assert.False(await Drafts.SaveAsync(pending, default));

        await RestartAsync();

        Assert.Equal(pending, Assert.Single(await Drafts.ListOpenAsync(_town, default)));
        Assert.Equal(pending, Assert.Single(await Drafts.ListOpenAsync(null, default)));
        Assert.Empty(await Drafts.ListOpenAsync(_other, default));
        Draft running = DraftRules.Approve(pending, second, _time.GetUtcNow()).Draft;
        Assert.True(await Drafts.SaveAsync(running, default));
        Assert.Equal(running, Assert.Single(await Drafts.ListOpenAsync(_town, default)));
        Draft launched = DraftRules.Launched(running, AlertId.New(_time)).Draft;
        Assert.True(await Drafts.SaveAsync(launched, default));
        Assert.Empty(await Drafts.ListOpenAsync(_town, default));
        Assert.Equal(launched, await Drafts.GetAsync(draft.Id, default));
    }

    [Fact]
    public async Task A_replaced_recording_gets_another_file_and_the_old_one_stays_for_whoever_plays_it()
    {
        Recording first = (await Recordings.KeepAsync(Spoken(), new byte[] { 1, 2, 3 }, default))!;
        Recording second = (await Recordings.KeepAsync(Spoken() with { RecordedBy = OperatorId.New(_time), Duration = TimeSpan.FromSeconds(4) }, new byte[] { 4, 5 }, default))!;

        await RestartAsync();

        Assert.NotEqual(first.Path, second.Path);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(first.Path, TestContext.Current.CancellationToken));
        Assert.Equal([4, 5], await File.ReadAllBytesAsync(second.Path, TestContext.Current.CancellationToken));
        Assert.Equal(second, await Recordings.FindAsync(_town, 4, default));
        Assert.Equal(second, Assert.Single(await Recordings.ListAsync(_town, default)));
        Assert.Null(await Recordings.FindAsync(_other, 4, default));
        Assert.Equal(2, Directory.GetFiles(_folder.File("recordings")).Length);
    }

    [Fact]
    public async Task A_recording_that_cannot_be_written_is_not_kept()
    {
        await File.WriteAllTextAsync(_folder.File("recordings"), "no folder", TestContext.Current.CancellationToken);
        Assert.Null(await Recordings.KeepAsync(Spoken(), new byte[] { 1 }, default));
        Assert.Empty(await Recordings.ListAsync(_town, default));
    }

    [Fact]
    public async Task Who_asks_twice_to_be_registered_keeps_the_first_consent()
    {
        CallbackRequest first = Request(1);
        Assert.True(await Requests.AddAsync(first, default));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.True(await Requests.AddAsync(Request(1), default));
        Assert.True(await Requests.AddAsync(Request(2), default));

        await RestartAsync();

        IReadOnlyList<CallbackRequest> open = await Requests.ListOpenAsync(_town, default);
        Assert.Equal(first, open[0]);
        Assert.Equal([Phone(1), Phone(2)], open.Select(request => request.Number));
        Assert.Empty(await Requests.ListOpenAsync(_other, default));
    }

    [Fact]
    public async Task A_wish_that_was_dealt_with_stays_on_file_and_the_number_may_ask_again()
    {
        CallbackRequest first = Request(1);
        var closing = new CallbackClosing { Outcome = CallbackOutcome.Declined, By = "Secrétariat", At = _time.GetUtcNow(), Note = "moved away" };
        await Requests.AddAsync(first, default);
        await Requests.AddAsync(Request(2), default);

        Assert.Null(await Requests.CloseAsync(_other, first.Id, closing, default));
        Assert.Equal(new ClosedCallbackRequest(first, closing), await Requests.CloseAsync(_town, first.Id, closing, default));
        Assert.Null(await Requests.CloseAsync(_town, first.Id, closing with { Outcome = CallbackOutcome.Done }, default));
        await RestartAsync();

        Assert.Equal(Phone(2), Assert.Single(await Requests.ListOpenAsync(_town, default)).Number);
        Assert.Equal(new ClosedCallbackRequest(first, closing), Assert.Single(await Requests.ListClosedAsync(_town, default)));
        Assert.Empty(await Requests.ListClosedAsync(_other, default));
        CallbackRequest again = Request(1);
        Assert.True(await Requests.AddAsync(again, default));
        await Requests.CloseAsync(_town, again.Id, closing with { Outcome = CallbackOutcome.Done, Note = null }, default);
        Assert.Equal([again.Id, first.Id], (await Requests.ListClosedAsync(_town, default)).Select(closed => closed.Request.Id));
    }

    private void Open() => _database = DeskDatabase.Open(new DeskDatabaseOptions { Path = _folder.File("desk.db") }, _time);

    private async Task RestartAsync()
    {
        await _database.DisposeAsync();
        Open();
    }

    private PinDesk Desk() => new(Operators, new NoAlarms(), new PinGuardOptions(), _time, Cheap, Guard);

    private Task<PinAdmission> TryAsync(PinDesk desk, string pin) => desk.CheckAsync(_town, "1042", pin, "", false, "c", default);

    private Operator Who(string number) => new() { Id = OperatorId.New(_time), Organisation = _town, Number = number, Name = "Operator", MayLaunch = true };

    private Scenario Flood(int number, params string[] lists) => new()
    {
        Id = ScenarioId.New(_time),
        Organisation = _town,
        Number = number,
        Names = [new ScenarioName("fr", "Inondation", "inondation"), new ScenarioName("en", "Flood", "flood")],
        Message = new AlertMessage { Id = MessageId.New(_time), Texts = [new MessageText { Language = "fr", Text = "Montez." }] },
        Audience = new ScenarioAudience { Groups = lists },
        Policy = "alert",
        Kinds = [AlertKind.Exercise],
        Lifetime = TimeSpan.FromHours(2),
        TwoPeople = true,
        OverrideAfter = TimeSpan.FromMinutes(10),
    };

    private Contact Household(int number) => new()
    {
        Id = ContactId.New(_time), Organisation = _town, Name = $"Household {number}", Language = "fr",
        Points = [ContactPoint.Voice(ContactPointId.New(_time), Phone(number))],
    };

    private Recording Spoken() => new() { Organisation = _town, Number = 4, Language = "fr", Duration = TimeSpan.FromSeconds(3), RecordedAt = _time.GetUtcNow() };

    private CallbackRequest Request(int number) => new()
    {
        Id = CallbackRequestId.New(_time), Organisation = _town, Number = Phone(number), Language = "fr", ConsentAt = _time.GetUtcNow(), ConsentTo = "res-ask-registration",
    };

    private static E164Number Phone(int n) => E164Number.TryParse($"+3363998{n:D4}", out E164Number number) ? number : throw new ArgumentOutOfRangeException(nameof(n));

    private sealed class NoAlarms : IOperatorAlarms
    {
        public void Raise(OperatorAlarm alarm)
        {
            // Alarms have their own tests.
        }
    }
}
