using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Hosting.Duty;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Telephony;
using AlertAutomaton.VoiceServer;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Residents;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The part of the engine that answers the phone: operators' and residents' lines, calls for approval, and what they keep.</summary>
internal sealed class EngineVoiceServer : IAsyncDisposable
{
    private readonly TelephonyService _telephony;
    private readonly AlertService _alerts;
    private readonly PinDesk _pins;
    private readonly ClosingListener _door;
    private readonly OperatorTexts _texts;
    private readonly string _path;

    /// <param name="options">The configuration.</param>
    /// <param name="extras">What comes beside it.</param>
    /// <param name="database">Keeps operators, scenarios and the rest.</param>
    /// <param name="telephony">The trunks; started.</param>
    /// <param name="alerts">The engine; started.</param>
    /// <param name="launches">What happens around a launch.</param>
    /// <param name="catalogue">What is said.</param>
    /// <param name="speech">Speaks what is not in the catalogue.</param>
    /// <param name="settings">The organisation, its voice and its policies.</param>
    /// <param name="texts">What the operator is told when it cannot start.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The logs.</param>
    public EngineVoiceServer(
        DaemonOptions options, EngineExtras extras, DeskDatabase database, TelephonyService telephony, AlertService alerts, ILaunchDesk launches, PromptCatalogue catalogue, SpeechService speech,
        DeskSettings settings, OperatorTexts texts, TimeProvider time, ILoggerFactory loggers)
    {
        _telephony = telephony;
        _alerts = alerts;
        var log = loggers.CreateLogger<VoiceServerService>();
        var configured = VoiceServerMapping.Map(options.VoiceServer, settings.Launch.Organisation);
        var voice = extras.VoiceServer?.Invoke(configured) ?? configured;
        var operators = Operators = new OperatorBook(new SqliteOperatorStore(database), settings.Launch.Organisation);
        Alarms = new OperatorAlarms(alerts, log);
        Drafts = new SqliteDraftStore(database);
        _texts = texts;
        _path = database.Path;
        var scenarios = Scenarios = new SqliteScenarioStore(database);
        var lists = new SqliteContactListStore(database);
        var recordings = new SqliteRecordingStore(database, settings.Launch.RecordingsDirectory, loggers.CreateLogger<SqliteRecordingStore>());
        var requests = new SqliteCallbackRequestStore(database, loggers.CreateLogger<SqliteCallbackRequestStore>());
        _pins = new PinDesk(
            operators, Alarms, VoiceServerMapping.Pins(options.VoiceServer), time,
            kept: new SqlitePinGuardStore(database, loggers.CreateLogger<SqlitePinGuardStore>()));
        var sound = Sound = new MessageSound(speech.RenderAsync, (_, language) => settings.OrganisationVoice.GetValueOrDefault(language));
        var announcement = VoiceServerMapping.Announcement(options.VoiceServer, time);
        var operatorServices = new OperatorServices
        {
            Options = voice,
            Catalogue = catalogue,
            Pins = _pins,
            Operators = operators,
            Scenarios = scenarios,
            Recordings = recordings,
            Drafts = Drafts,
            Desk = new EngineDesk(alerts, launches, scenarios, recordings, lists, new ConfiguredPolicies(settings.Launch.Policies), sound, voice, time),
            Time = time,
            Log = log,
        };
        var residentServices = new ResidentServices
        {
            Options = voice,
            Catalogue = catalogue,
            Desk = new EngineResidentDesk(alerts, sound, _ => announcement),
            Requests = requests,
            Time = time,
            Log = log,
        };
        Lines = voice.Lines.Count;
        Service = new VoiceServerService(operatorServices, residentServices, telephony.Lines, NumberPolicy.AllowAll);
        _door = new ClosingListener(Service, time);
        Desk = new PhoneDesk(operators, scenarios, lists, new SqliteScenarioImportStore(database), requests, _pins, settings.Launch, time);
    }

    /// <summary>Where operators and scenarios are kept up.</summary>
    public IPhoneDesk Desk { get; }

    /// <summary>Places calls to operators, and builds what phones those on duty.</summary>
    public VoiceServerService Service { get; }

    /// <summary>Those who may command.</summary>
    public OperatorBook Operators { get; }

    /// <summary>What may be launched by number.</summary>
    public IScenarioStore Scenarios { get; }

    /// <summary>What waits for a second person.</summary>
    public IDraftStore Drafts { get; }

    /// <summary>Where alarms of the operators' line go.</summary>
    public OperatorAlarms Alarms { get; }

    /// <summary>How the organisation's name and its messages sound.</summary>
    public MessageSound Sound { get; }

    /// <summary>How many numbers are answered.</summary>
    public int Lines { get; }

    /// <summary>Who is on the line now.</summary>
    public int Callers => Service.Callers;

    /// <summary>Takes up locks, open requests and the households of current alerts, then lets calls in.</summary>
    /// <exception cref="EngineStartException">One of them cannot be read: nobody is let in by a guard that has forgotten its locks.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        await TakeUpAsync("operators", Operators.LoadAsync(cancel));
        await TakeUpAsync("locks", _pins.RestoreAsync(cancel));
        await TakeUpAsync("requests", Service.StartAsync(cancel));
        if (Lines > 0)
        {
            await TakeUpAsync("households", _alerts.RebuildHouseholdsAsync(cancel));
            _telephony.Inbound = _door;
        }
    }

    // A damaged file shows itself in many ways (an error of SQLite, a number out of range, broken JSON); all of them are told as one.
    private async Task TakeUpAsync(string what, Task reading)
    {
        try
        {
            await reading;
        }
        catch (Exception fault) when (fault is AlertStoreException or InvalidDataException or ArgumentException)
        {
            throw new EngineStartException(_texts.Format("start.voice-server", _texts["start.voice-server." + what], _path, fault.Message), fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await Service.DisposeAsync();
        _pins.Dispose();
    }
}
