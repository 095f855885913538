using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Residents;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Loopback;

/// <summary>The voice server phones people on duty and makes test calls over real SIP; the lab's phones are the far end.</summary>
public sealed class CallOutTests
{
    private const string FarEnd = "+33639980099";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_first_on_duty_is_busy_and_the_second_answers_with_a_pin_and_takes_note()
    {
        await using var board = await Switchboard.StartAsync();
        await using var town = PatientTown();
        await using VoiceServerService service = Serve(board, town);
        await using var alarms = new AlarmDesk([], "en", TimeProvider.System, town.Log);
        await using DutyDesk desk = service.CreateDutyDesk(new DutyServices
        {
            Organisation = TownHall.Town, Roster = () => new DutyRoster { Reserve = [town.First.Id, town.Second.Id] }, Store = new MemoryDuty(), Alarms = alarms,
        });
        LabPhone first = board.Town.Claim(town.First.RegisteredPhone.ToString()!);
        LabPhone second = board.Town.Claim(town.Second.RegisteredPhone.ToString()!);
        await desk.StartAsync(default);
        await desk.RaiseAsync(new DutyMatter
        {
            Id = Alerting.Identifiers.DutyMatterId.New(TimeProvider.System), Key = "system:Store", Severity = DutySeverity.Urgent, Words = DutyPromptNames.Store,
            Since = TimeProvider.System.GetUtcNow(),
        });
        (await first.ExpectCallAsync(Patience)).Busy();
        LabCall call = await second.ExpectCallAsync(Patience);
        call.Ring();
        await call.AnswerAsync();
        await call.ExpectPromptAsync(Prompt(OperatorPromptNames.AskNumber), Patience);
        await TypeAsync(call, "1043#");
        await call.ExpectPromptAsync(Prompt(OperatorPromptNames.AskPin), Patience);
        await TypeAsync(call, TownHall.OtherPin + "#");
        await call.ExpectPromptAsync(Prompt(DutyPromptNames.Store), Patience);
        await call.PressAsync('2');
        await call.ExpectPromptAsync(Prompt(DutyPromptNames.Taken), Patience);
        await call.ExpectHungUpAsync(Patience);
        DutyMatterState row = Assert.Single(desk.Matters);
        Assert.Equal((DutyStanding.Taken, town.Second.Id), (row.Standing, row.TakenBy));
        Assert.DoesNotContain(town.Log.Lines, line => line.Contains(TownHall.OtherPin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_test_call_is_good_when_the_far_end_hears_the_sentence_and_presses_five()
    {
        await using var board = await Switchboard.StartAsync();
        await using var town = PatientTown();
        await using VoiceServerService service = Serve(board, town);
        await using var alarms = new AlarmDesk([], "en", TimeProvider.System, town.Log);
        await using HeartbeatService heartbeat = Beat(service, HeartbeatProof.Key, alarms);
        LabPhone phone = board.Town.Claim(FarEnd);
        heartbeat.Start();
        LabCall call = await phone.ExpectCallAsync(Patience);
        await call.AnswerAsync();
        await call.ExpectPromptAsync(ShippedPrompts.Catalogue.Get(ShippedPrompts.Catalogue.Languages[0], DutyPromptNames.HeartbeatCall), Patience);
        await call.PressAsync('5');
        await call.ExpectHungUpAsync(Patience);
        await UntilAsync(() => heartbeat.State.LastResult is not null);
        Assert.Equal((HeartbeatResult.Good, 1), (heartbeat.State.LastResult, heartbeat.State.Good));
    }

    [Fact]
    public async Task A_test_call_is_good_when_the_far_end_is_heard()
    {
        await using var board = await Switchboard.StartAsync();
        await using var town = PatientTown();
        await using VoiceServerService service = Serve(board, town);
        await using var alarms = new AlarmDesk([], "en", TimeProvider.System, town.Log);
        await using HeartbeatService heartbeat = Beat(service, HeartbeatProof.Sound, alarms);
        LabPhone phone = board.Town.Claim(FarEnd);
        heartbeat.Start();
        LabCall call = await phone.ExpectCallAsync(Patience);
        await call.AnswerAsync();
        await call.SayAsync(LabVoice.MachineGreeting);
        await call.ExpectHungUpAsync(Patience);
        await UntilAsync(() => heartbeat.State.LastResult is not null);
        Assert.Equal(HeartbeatResult.Good, heartbeat.State.LastResult);
    }

    private static HeartbeatService Beat(VoiceServerService service, HeartbeatProof proof, AlarmDesk alarms) => service.CreateHeartbeat(
        new HeartbeatOptions { Number = TownHall.Phone(FarEnd), Proof = proof, FirstAfter = TimeSpan.Zero, ListenFor = TimeSpan.FromSeconds(proof == HeartbeatProof.Key ? 60 : 15) },
        static () => false,
        alarms);

    private static TownHall PatientTown() => new(options => options with { KeyWait = TimeSpan.FromSeconds(15), DigitWait = TimeSpan.FromSeconds(10) });

    private static PreparedPrompt Prompt(string name) => ShippedPrompts.Catalogue.Get("en", name);

    private static async Task TypeAsync(LabCall call, string keys)
    {
        foreach (char key in keys)
        {
            await call.PressAsync(key);
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (!holds() && TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        Assert.True(holds());
    }

    private static VoiceServerService Serve(Switchboard board, TownHall town)
    {
        var operators = new OperatorServices
        {
            Options = town.Options, Catalogue = ShippedPrompts.Catalogue, Pins = town.Pins, Operators = town.Operators, Scenarios = town.Scenarios, Recordings = town.Recordings,
            Drafts = town.Drafts, Desk = town.Desk, Time = TimeProvider.System, Log = town.Log,
        };
        var residents = new ResidentServices
        {
            Options = town.Options, Catalogue = ShippedPrompts.Catalogue, Desk = town.ResidentDesk, Requests = town.Requests, Time = TimeProvider.System, Log = town.Log,
        };
        return new VoiceServerService(operators, residents, board.Service.Lines, NumberPolicy.AllowAll);
    }
}
