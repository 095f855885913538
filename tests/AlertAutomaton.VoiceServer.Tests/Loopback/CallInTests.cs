using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Residents;
using AlertAutomaton.VoiceServer.Speaking;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Loopback;

/// <summary>Phones call in over real SIP and hear, type and speak.</summary>
public sealed class CallInTests
{
    private const string Home = "+33639980001";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_operator_comes_in_with_a_pin_and_hears_how_far_the_alert_is()
    {
        await using var board = await Switchboard.StartAsync();
        await using var town = PatientTown();
        town.Desk.Alerts.Add(TownHall.AlertOf("Flood", totals: new AlertTotals { Recipients = 2, Confirmed = 2 }));
        await using VoiceServerService service = Serve(board, town);
        CallingPhone phone = await board.CallAsync("+33639980042", TownHall.OperatorsLine);
        await phone.ExpectAsync(Prompt(OperatorPromptNames.AskNumber));
        await phone.TypeAsync(TownHall.ComeIn + "3");
        await phone.ExpectAsync(Prompt(SteeringPromptNames.StatusConfirmedMany));
        await phone.TypeAsync("*");
        await phone.ExpectHungUpAsync();
        Assert.DoesNotContain(town.Log.Lines, line => line.Contains(TownHall.Pin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_spoken_after_the_beep_is_what_is_played_back_and_kept()
    {
        await using var board = await Switchboard.StartAsync();
        await using var town = PatientTown();
        await using VoiceServerService service = Serve(board, town);
        CallingPhone phone = await board.CallAsync("+33639980042", TownHall.OperatorsLine);
        await phone.ExpectAsync(Prompt(OperatorPromptNames.AskNumber));
        await phone.TypeAsync(TownHall.ComeIn + "2");
        await phone.ExpectToneAsync(1000);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        Assert.True(await phone.SpeakAsync(700, TimeSpan.FromSeconds(2)));
        await phone.TypeAsync("#");
        await phone.ExpectToneAsync(700);
        await phone.TypeAsync("15#");
        await phone.ExpectAsync(Prompt(LaunchPromptNames.RecordKept));
        await phone.HangUpAsync();
        Assert.True(WavFile.TryRead(town.Recordings.Files[5], out WavAudio? kept, out _));
        Assert.True(ToneDetector.Hears(kept!.Samples, 700));
        Assert.InRange(kept.Samples.Length, 8000, 8000 * 6);
    }

    [Fact]
    public async Task A_resident_who_missed_the_call_hears_the_message_and_is_confirmed_only_when_it_is_on_disk()
    {
        await using var board = await Switchboard.StartAsync();
        await using var town = PatientTown();
        await using RunningEngine engine = await RunningEngine.StartAsync();
        AlertId alert = await engine.LaunchAsync(Home);
        PreparedPrompt message = PreparedPrompt.FromPcm("message", ToneGenerator.Sine(620, TimeSpan.FromSeconds(1)));
        var sound = new MessageSound((_, _) => Task.FromResult(new RenderResult { Prompt = message, Source = "test" }), (_, _) => null);
        await using VoiceServerService service = Serve(board, town, new EngineResidentDesk(engine.Alerts, sound, static _ => null));
        CallingPhone phone = await board.CallAsync(Home, TownHall.ResidentsLine);
        await phone.ExpectToneAsync(620);
        await phone.TypeAsync("1");
        await phone.ExpectAsync(Prompt(PromptNames.AcknowledgedSafe));
        RecipientRow row = Assert.Single((await engine.Alerts.ListRecipientsAsync(new RecipientQuery(alert), default)).Rows);
        Assert.Equal((AcknowledgementOption.Safe, RecipientScore.Confirmed), (row.Acknowledgement, row.Score));
        await phone.ExpectHungUpAsync();
    }

    [Fact]
    public async Task The_second_operator_is_called_on_the_registered_phone_and_approves_by_key()
    {
        await using var board = await Switchboard.StartAsync();
        await using var town = PatientTown();
        town.Desk.Proposal = town.Desk.Proposal with { NeedsSecondPerson = true, Households = 2 };
        Lab.Assertions.LabPhone second = board.Town.Claim(town.Second.RegisteredPhone.ToString()!);
        await using VoiceServerService service = Serve(board, town);
        CallingPhone phone = await board.CallAsync("+33639980042", TownHall.OperatorsLine);
        await phone.ExpectAsync(Prompt(OperatorPromptNames.AskNumber));
        await phone.TypeAsync(TownHall.ComeIn + "1112#1");
        await phone.ExpectAsync(Prompt(LaunchPromptNames.WillBeTold));
        await phone.TypeAsync("2#");
        await phone.ExpectAsync(Prompt(LaunchPromptNames.Pending));
        await phone.HangUpAsync();
        Lab.Assertions.LabCall approval = await second.ExpectCallAsync(Patience);
        approval.Ring();
        await approval.AnswerAsync();
        await approval.ExpectPromptAsync(Prompt(OperatorPromptNames.AskPin), Patience);
        foreach (char key in TownHall.OtherPin + "#")
        {
            await approval.PressAsync(key);
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }

        await approval.ExpectPromptAsync(Prompt(LaunchPromptNames.ApproveRequest), Patience);
        await approval.PressAsync('1');
        await approval.ExpectPromptAsync(Prompt(LaunchPromptNames.LaunchedReal), Patience);
        await approval.ExpectHungUpAsync(Patience);
        Assert.Single(town.Desk.Launched);
    }

    [Fact]
    public async Task Calls_out_never_take_the_channels_kept_for_calls_in()
    {
        await using var board = await Switchboard.StartAsync(channels: 3, reserved: 1);
        await using var town = PatientTown();
        await using VoiceServerService service = Serve(board, town);
        string route = board.Service.Lines.RouteOf("+33639984242");
        var lines = new List<IDisposable>();
        for (int look = 0; look < 20; look++)
        {
            if (board.Service.Lines.TryReserve(route, out Telephony.Trunks.TrunkLine? line))
            {
                lines.Add(line);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Equal(2, lines.Count);
        CallingPhone phone = await board.CallAsync(Home, TownHall.ResidentsLine);
        await phone.ExpectAsync(Prompt(ResidentPromptNames.Welcome));
        await phone.HangUpAsync();
        lines.ForEach(line => line.Dispose());
    }

    /// <summary>Waits for keys so long that a slow machine loses no answer.</summary>
    private static TownHall PatientTown() => new(options => options with { KeyWait = TimeSpan.FromSeconds(15), DigitWait = TimeSpan.FromSeconds(10) });

    private static PreparedPrompt Prompt(string name) => ShippedPrompts.Catalogue.Get("en", name);

    /// <summary>A voice server of its own on the system's clock, with the town hall's people and stores.</summary>
    private static VoiceServerService Serve(Switchboard board, TownHall town, IResidentDesk? residents = null)
    {
        var operatorServices = new OperatorServices
        {
            Options = town.Options, Catalogue = ShippedPrompts.Catalogue, Pins = town.Pins, Operators = town.Operators, Scenarios = town.Scenarios, Recordings = town.Recordings,
            Drafts = town.Drafts, Desk = town.Desk, Time = TimeProvider.System, Log = town.Log,
        };
        var residentServices = new ResidentServices
        {
            Options = town.Options, Catalogue = ShippedPrompts.Catalogue, Desk = residents ?? town.ResidentDesk, Requests = town.Requests, Time = TimeProvider.System, Log = town.Log,
        };
        var service = new VoiceServerService(operatorServices, residentServices, board.Service.Lines, NumberPolicy.AllowAll);
        board.Answer(service);
        return service;
    }
}
