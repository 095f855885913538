using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.TestKit;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Residents;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>A voice server with everything around it in memory, under virtual time.</summary>
internal sealed class TownHall : IAsyncDisposable
{
    public const string OperatorsLine = "+33162000001";
    public const string ResidentsLine = "+33162000002";
    public const string Number = "1042";
    public const string Pin = "739264";
    public const string DuressPin = "518306";
    public const string OtherPin = "604917";
    public const string ComeIn = Number + "#" + Pin + "#";
    private const int Cheap = 10;

    public TownHall(Func<VoiceServerOptions, VoiceServerOptions>? options = null)
    {
        Options = new VoiceServerOptions
        {
            Lines =
            [
                new VoiceLine(Phone(OperatorsLine), VoiceLineAudience.Operators, "en", Town),
                new VoiceLine(Phone(ResidentsLine), VoiceLineAudience.Residents, "en", Town),
            ],
        };
        Options = options?.Invoke(Options) ?? Options;
        Pins = new PinDesk(Operators, Alarms, new PinGuardOptions(), Clock, Cheap);
        First = Save(Number, Pin, DuressPin, "+33639980042");
        Second = Save("1043", OtherPin, null, "+33639980043");
        Assert.True(Scenarios.SaveAsync(Flood, default).IsCompletedSuccessfully);
        var operators = new OperatorServices
        {
            Options = Options, Catalogue = ShippedPrompts.Catalogue, Pins = Pins, Operators = Operators, Scenarios = Scenarios, Recordings = Recordings, Drafts = Drafts, Desk = Desk,
            Time = Clock, Log = Log,
        };
        var residents = new ResidentServices { Options = Options, Catalogue = ShippedPrompts.Catalogue, Desk = ResidentDesk, Requests = Requests, Time = Clock, Log = Log };
        Service = new VoiceServerService(operators, residents, Outbound);
    }

    public static OrganisationId Town { get; } = OrganisationId.New(TimeProvider.System);

    public ManualTimeProvider Clock { get; } = new();

    public VoiceServerOptions Options { get; }

    public MemoryOperators Operators { get; } = new();

    public MemoryScenarios Scenarios { get; } = new();

    public MemoryDrafts Drafts { get; } = new();

    public MemoryRecordings Recordings { get; } = new();

    public MemoryRequests Requests { get; } = new();

    public FakeOperatorDesk Desk { get; } = new();

    public FakeResidentDesk ResidentDesk { get; } = new();

    public ListedAlarms Alarms { get; } = new();

    public ScriptedOutbound Outbound { get; } = new();

    public ListedLog Log { get; } = new();

    public PinDesk Pins { get; }

    public Operator First { get; }

    public Operator Second { get; }

    public VoiceServerService Service { get; }

    public Scenario Flood { get; } = new()
    {
        Id = ScenarioId.New(TimeProvider.System), Organisation = Town, Number = 12, Names = [new ScenarioName("en", "Flood", "Flood")], Policy = "alert",
        Audience = new ScenarioAudience { Groups = ["Right bank"] }, Message = Message(),
    };

    public static E164Number Phone(string text) => E164Number.TryParse(text, out E164Number number) ? number : throw new ArgumentException(text);

    public static DeskAlert AlertOf(string title, AlertKind kind = AlertKind.Real, AlertPhase phase = AlertPhase.Running, AlertTotals? totals = null, TimeSpan? left = null) => new()
    {
        Alert = Alert(title, kind), Phase = phase, Totals = totals ?? new AlertTotals { Recipients = 1 }, Left = left, Name = FakeOperatorDesk.Sound(title),
    };

    public static HouseholdAlert HouseholdAlertOf(
        string title, AlertKind kind = AlertKind.Real, DeliveryPolicy? policy = null, int minute = 0, ContactPointRole role = ContactPointRole.Own, string language = "en", bool byCode = false) =>
        new(
            Alert(title, kind, policy, minute), RecipientId.New(TimeProvider.System), ContactId.New(TimeProvider.System), language, role,
            byCode ? null : ContactPointId.New(TimeProvider.System));

    public ScriptedPhone NewPhone(int hangsUpAt = 0) => new(Clock) { HangsUpAt = hangsUpAt };

    /// <summary>Somebody calls the operators' line.</summary>
    public async Task<ScriptedPhone> OperatorCallsAsync(ScriptedPhone phone, string caller = "+33639987777")
    {
        await Service.AnswerAsync(phone, new InboundCallInfo("lab", OperatorsLine, caller, phone.CallId), default);
        return phone;
    }

    /// <summary>Somebody calls the residents' line.</summary>
    public async Task<ScriptedPhone> ResidentCallsAsync(ScriptedPhone phone, string caller)
    {
        await Service.AnswerAsync(phone, new InboundCallInfo("lab", ResidentsLine, caller, phone.CallId), default);
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Pins.Dispose();
    }

    private static AlertMessage Message() => new() { Id = MessageId.New(TimeProvider.System), Texts = [new MessageText { Language = "en", Text = "Flood." }] };

    private static Alert Alert(string title, AlertKind kind, DeliveryPolicy? policy = null, int minute = 0) => new()
    {
        Id = AlertId.New(TimeProvider.System), Organisation = Town, Kind = kind, Title = title, Message = Message(), Policy = policy ?? BuiltInPolicies.Alert,
        LaunchedAt = new DateTimeOffset(2026, 1, 15, 20, minute, 0, TimeSpan.Zero), Lifetime = TimeSpan.FromHours(4), LaunchedBy = "test",
    };

    private Operator Save(string number, string pin, string? duress, string phone)
    {
        var who = new Operator
        {
            Id = OperatorId.New(TimeProvider.System), Organisation = Town, Number = number, Name = "Operator " + number, Languages = ["en"], RegisteredPhone = Phone(phone), MayLaunch = true,
            MayApprove = true, Pin = PinHasher.Hash(pin, duress, Cheap),
        };
        Assert.True(Operators.SaveAsync(who, default).IsCompletedSuccessfully);
        return who;
    }
}
