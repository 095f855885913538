using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>A town hall with a duty chain, under virtual time: the first operator is phoned before the second.</summary>
internal sealed class DutyRoom : IAsyncDisposable
{
    private readonly List<DutyDesk> _desks = [];

    public DutyRoom()
    {
        Alarms = new AlarmDesk([Path], "en", Town.Clock, Town.Log);
        Roster = new DutyRoster { Reserve = [Town.First.Id, Town.Second.Id] };
    }

    public TownHall Town { get; } = new();

    public MemoryDuty Store { get; } = new();

    public ListedPath Path { get; } = new();

    public AlarmDesk Alarms { get; }

    public DutyRoster Roster { get; set; }

    public DutyMatter Alarm { get; } = new()
    {
        Id = DutyMatterId.New(TimeProvider.System), Key = "system:Store", Severity = DutySeverity.Urgent, Words = DutyPromptNames.Store, Since = DateTimeOffset.UnixEpoch,
    };

    public DutyMatter Prepared(AlertKind kind = AlertKind.Real) => Alarm with
    {
        Id = DutyMatterId.New(TimeProvider.System), Key = "draft:1", Words = DutyPromptNames.DraftWaits, Launch = new DutyLaunch(DraftContent.OfScenario(Town.Flood.Id), kind),
    };

    public async Task<DutyDesk> StartAsync()
    {
        DutyDesk desk = Town.Service.CreateDutyDesk(new DutyServices { Organisation = TownHall.Town, Roster = () => Roster, Store = Store, Alarms = Alarms });
        _desks.Add(desk);
        await desk.StartAsync(default);
        return desk;
    }

    public ScriptedPhone FirstAnswers(string keys, int hangsUpAt = 0) => Answers(Town.First.RegisteredPhone!.Value, keys, hangsUpAt);

    public ScriptedPhone SecondAnswers(string keys, int hangsUpAt = 0) => Answers(Town.Second.RegisteredPhone!.Value, keys, hangsUpAt);

    /// <summary>Lets virtual time pass until work in the background has come to its end.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        for (int look = 0; look < 4000 && !holds(); look++)
        {
            Town.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        Assert.True(holds());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (DutyDesk desk in _desks)
        {
            await desk.DisposeAsync();
        }

        await Alarms.DisposeAsync();
        await Town.DisposeAsync();
    }

    private ScriptedPhone Answers(Alerting.PhoneNumbers.E164Number number, string keys, int hangsUpAt)
    {
        ScriptedPhone phone = Town.NewPhone(hangsUpAt).Types(keys);
        Town.Outbound.Answers(number, phone);
        return phone;
    }
}
