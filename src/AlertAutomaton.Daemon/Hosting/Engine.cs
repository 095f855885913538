using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Links;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Desk.Readings;
using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Desk.Usage;
using AlertAutomaton.Daemon.Hosting.Duty;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Links;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Sip.Tracing;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.Storage.DataDirectories;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Telephony;
using AlertAutomaton.VoiceServer;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>
/// The whole engine in one process, without a face: data directory, store, voices, telephony, alerts. Started from the inside out
/// (what is written on disk first, what calls people last) and stopped the other way round.
/// </summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _storeLost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AlertService? _service;
    private EngineSchedules? _schedules;
    private EngineDuty? _duty;
    private bool _lossTold;
    private Task _watch = Task.CompletedTask;

    private Engine()
    {
    }

    /// <summary>Where orders are given.</summary>
    public IAlertDesk Desk { get; private set; } = null!;

    /// <summary>Where answers by link are given; null where texts and mails carry no links.</summary>
    public ILinkDesk? Links { get; private set; }

    /// <summary>Where it is watched.</summary>
    public EngineReadings Readings { get; private set; } = null!;

    /// <summary>Where alerts are planned.</summary>
    public IScheduleDesk Schedules => _schedules!.Desk;

    /// <summary>Where those who phone in, and what they may launch, are kept up.</summary>
    public IPhoneDesk Phones { get; private set; } = null!;

    /// <summary>Who is on duty and what waits for them.</summary>
    public DutyConsole Duty { get; private set; } = null!;

    /// <summary>Full path of the data directory, held by this process.</summary>
    public string DataDirectory { get; private set; } = "";

    /// <summary>Where calls come in, with the real port where 0 was configured.</summary>
    public IReadOnlyList<IPEndPoint> SipEndPoints { get; private set; } = [];

    /// <summary>Alerts of an earlier process that go on.</summary>
    public int ResumedAlerts { get; private set; }

    /// <summary>Completes when the store must not be used any more: the process has to end and be started anew.</summary>
    public Task StoreLost => _storeLost.Task;

    /// <summary>Version of the program.</summary>
    public static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <exception cref="EngineStartException">Something that the engine needs is missing or taken.</exception>
    public static async Task<Engine> StartAsync(
        DaemonOptions options, EngineExtras extras, OperatorTexts texts, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        var engine = new Engine();
        try
        {
            await engine.BuildAsync(options, extras, texts, time, loggers, cancel);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends in good order: nothing new begins, calls that talk may end within the limit; unfinished alerts go on in the next process.</summary>
    public async Task ShutDownAsync()
    {
        await EndCallsAsync();
        await DisposeAsync();
    }

    /// <summary>Begins no call any more, cancels those that ring, lets those that talk end within the limit. Orders are still answered.</summary>
    public async Task EndCallsAsync()
    {
        await (_duty?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _schedules!.StopAsync();
        await _service!.ShutDownAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
        }

        await _watch;
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task BuildAsync(
        DaemonOptions options, EngineExtras extras, OperatorTexts texts, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        var log = loggers.CreateLogger<Engine>();
        var directory = Storage.DataDirectories.DataDirectory.Open(options.DataDirectory, time);
        if (directory.Directory is not { } held)
        {
            throw new EngineStartException(directory.Explanation);
        }

        _parts.Push(new SynchronousPart(held));
        DataDirectory = held.Path;
        var store = OpenStore(held, extras, time, loggers, StoreChanged);
        _parts.Push(store);

        var promptsDirectory = PromptsDirectory.Find(options.Speech) ?? throw new EngineStartException(texts["check.prompts.none"] + " " + texts["check.prompts.none.mend"]);
        var catalogue = PromptCatalogue.Load(promptsDirectory, PromptsDirectory.Own(held.Path));
        if (catalogue.Languages.Count == 0)
        {
            throw new EngineStartException(string.Join(' ', catalogue.Problems.Select(problem => problem.Describe(texts.Culture))));
        }

        foreach (var problem in catalogue.Problems)
        {
            HostLog.PromptProblem(log, problem.Describe(texts.Culture));
        }

        var speech = SpeechService.Create(SpeechMapping.Map(options.Speech, held.Path), time, loggers);
        _parts.Push(new SynchronousPart(speech));
        var organisation = await OrganisationVoice.PrepareAsync(options, promptsDirectory, speech, log, cancel);
        var library = new MessageAudioLibrary(speech.RenderAsync, loggers.CreateLogger<MessageAudioLibrary>());
        var messages = new AlertMessages(library, catalogue, organisation);

        var trace = OpenTrace(options.Sip, time, loggers);
        var telephony = new TelephonyService(TelephonyMapping.Map(options), SipNames.CreateResolver(time, log), time, loggers, trace);
        _parts.Push(telephony);
        await StartTelephonyAsync(telephony, cancel);
        SipEndPoints = [.. telephony.BoundEndPoints.Select(bound => bound.EndPoint)];

        var voice = new VoiceChannel(telephony.Lines, catalogue, library, VoiceMapping.Map(options.Calls), time, loggers.CreateLogger<VoiceChannel>());
        var linkBase = extras.ServesLinks && options.Links.BaseUrl.Length > 0 ? new Uri(options.Links.BaseUrl) : null;
        var texting = options.Smpp.Gateways.Count == 0 ? null : Owned(new EngineTexts(options, linkBase, time, loggers));
        var mailing = options.Mail.Host.Length == 0 ? null : Owned(new EngineMail(options, linkBase, time, loggers));
        IDeliveryChannel?[] channels = [voice, texting?.Channel, mailing?.Channel];
        var dispatching = new DispatcherOptions { NewLinkToken = linkBase is null ? null : new LinkTokens(RandomNumberGenerator.Create()).New };
        _service = new AlertService(store, channels.OfType<IDeliveryChannel>(), dispatching, time, loggers, new StandingCallCleaner(telephony));
        Links = linkBase is null ? null : new EngineLinkDesk(_service, options.Organisation.Name, time);
        _parts.Push(_service);
        StoreChanged(store.Health);
        await PrepareUnfinishedAsync(store, messages, log, cancel);
        _watch = WatchAsync(messages, log);
        ResumedAlerts = await _service.StartAsync(cancel);
        var settings = Settings(options, extras, organisation, promptsDirectory, time);
        var lines = new EngineLines(telephony, texting, mailing);
        var counting = UsageMapping.Map(options, settings.Launch.Organisation);
        var usage = new UsageDesk(store, texting is null ? counting : counting with { SegmentsOf = texting.SegmentsOf }, time, loggers.CreateLogger<UsageDesk>());
        _parts.Push(new HourlyWatch(_service, usage, time, loggers.CreateLogger<HourlyWatch>()));
        var desk = EngineSchedules.OpenDatabase(held.DeskDatabasePath, time);
        _parts.Push(desk);
        var refusals = new TextRefusals(new SqliteRefusalStore(desk, loggers.CreateLogger<SqliteRefusalStore>()));
        var foresight = new LaunchForesight(_service, messages, refusals, lines, usage, settings);
        if (texting is not null)
        {
            await texting.StartAsync(_service, desk);
        }

        mailing?.Start(_service);
        var launcher = new OrderLauncher(_service, messages, foresight, texts);
        var schedules = _schedules = new EngineSchedules(desk, messages, launcher, settings.Launch, texts, time, loggers);
        _parts.Push(schedules);
        schedules.Start();
        var launches = new PhoneLaunchDesk(_service, store, messages, launcher, foresight, lines, settings.Launch);
        var phones = Owned(new EngineVoiceServer(options, extras, desk, telephony, _service, launches, catalogue, speech, settings, texts, time, loggers));
        await phones.StartAsync(cancel);
        Phones = phones.Desk;
        StartTidying(options.Storage, desk, store, settings.Launch, time, loggers);
        if (DutyMapping.IsSetUp(options.Duty))
        {
            var machine = new MachineReadings(telephony, texting, store, desk, _service, schedules, DataDirectory, time);
            var matters = new SqliteDutyStore(desk, settings.Launch.Organisation, time);
            var paths = AlarmPaths.Of(options, texting, mailing, phones.Operators);
            _duty = Owned(new EngineDuty(options, phones, matters, paths, machine, new EngineGlance(_service), settings.Launch.Organisation, time, loggers));
            await _duty.StartAsync(cancel);
        }

        Duty = new DutyConsole(_duty, phones.Operators, phones.Scenarios, settings.Launch.Organisation, time);
        var health = new DeskHealth(store, _service, telephony, catalogue, () => schedules.Health, texting, mailing, phones, Duty);
        Readings = new EngineReadings(_service, store, lines, health, Duty);
        Desk = new AlertDesk(_service, store, messages, lines, health, Readings, usage, foresight, Duty, settings, time);
    }

    private void StartTidying(StorageOptions options, DeskDatabase desk, SqliteAlertStore store, LaunchSettings settings, TimeProvider time, ILoggerFactory loggers)
    {
        var recordings = new SqliteRecordingStore(desk, settings.RecordingsDirectory, loggers.CreateLogger<SqliteRecordingStore>());
        var use = new RecordingUse(store, new SqliteScenarioStore(desk), new SqliteScheduleStore(desk), recordings, settings.Organisation);
        var tidier = Owned(new RecordingTidier(
            use.FilesAsync, settings.RecordingsDirectory, TimeSpan.FromDays(options.KeepUnusedRecordingsDays), time, loggers.CreateLogger<RecordingTidier>()));
        tidier.Start();
    }

    private DeskSettings Settings(
        DaemonOptions options, EngineExtras extras, IReadOnlyDictionary<string, SpokenText> organisation, string promptsDirectory, TimeProvider time) => new()
    {
        Launch = new LaunchSettings
        {
            Organisation = OrganisationIdentity.Open(DataDirectory, time),
            Country = options.Organisation.Country,
            TimeZone = options.Organisation.TimeZone,
            Languages = options.Speech.Languages,
            AnswersResidents = options.VoiceServer.Lines.Any(line => string.Equals(line.Audience, nameof(VoiceLineAudience.Residents), StringComparison.Ordinal)),
            PromptsDirectory = promptsDirectory,
            RecordingsDirectory = Path.Combine(DataDirectory, "recordings"),
            Policies = [.. PolicyMapping.All(options.Policies), .. extras.Policies],
        },
        OrganisationVoice = organisation,
        Calls = options.Calls,
        Forecast = options.Forecast,
        KnownCalls = extras.Calls,
        KnownTextsAnswered = extras.TextsAnswered,
        KnownTextAnswerTime = extras.TextAnswerTime,
        Version = Version,
        StartedAt = time.GetUtcNow(),
    };

    private T Owned<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }

    // Called on the store's own thread, perhaps before there is a service to be told.
    private void StoreChanged(StoreHealthSnapshot store)
    {
        if (store.Condition == StoreCondition.Failed)
        {
            _service?.LoseStore(store.Cause);
            _storeLost.TrySetResult();
        }
    }

    private static SqliteAlertStore OpenStore(
        DataDirectory held, EngineExtras extras, TimeProvider time, ILoggerFactory loggers, Action<StoreHealthSnapshot> changed)
    {
        try
        {
            var options = new SqliteStoreOptions { DatabasePath = held.DatabasePath, LargestDatabasePages = extras.LargestDatabasePages };
            return SqliteAlertStore.Open(options, time, loggers, changed);
        }
        catch (Exception refused) when (refused is AlertStoreException or Storage.Sqlite.Migrations.MigrationException)
        {
            throw new EngineStartException(refused.Message, refused);
        }
    }

    private SipFileTrace? OpenTrace(SipOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        if (options.Trace.Length == 0)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(options.Trace)!);
            var trace = new SipFileTrace(new SipTraceOptions { Path = options.Trace }, time, loggers.CreateLogger<SipFileTrace>());
            _parts.Push(trace);
            return trace;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new EngineStartException($"Sip.Trace: {refused.Message}", refused);
        }
    }

    private static async Task StartTelephonyAsync(TelephonyService telephony, CancellationToken cancel)
    {
        try
        {
            await telephony.StartAsync(cancel);
        }
        catch (Exception refused) when (refused is IOException or System.Net.Sockets.SocketException)
        {
            throw new EngineStartException(refused.Message, refused);
        }
    }

    // The sound of what goes on must be there before the first call of the restarted alerts.
    private static async Task PrepareUnfinishedAsync(SqliteAlertStore store, AlertMessages messages, ILogger log, CancellationToken cancel)
    {
        string? after = null;
        do
        {
            var page = await store.ListAlertsAsync(new AlertQuery { OnlyUnfinished = true, After = after, Limit = 500 }, cancel);
            foreach (var alert in page.Rows.Select(row => row.Alert))
            {
                var (preparation, length) = await messages.PrepareAsync(alert.Message, cancel);
                if (!preparation.IsComplete)
                {
                    HostLog.MessageLost(log, alert.Id.Value, string.Join(", ", preparation.Faults.Keys));
                }

                messages.Keep(alert.Id, alert.Message, length);
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private async Task WatchAsync(AlertMessages messages, ILogger log)
    {
        try
        {
            await foreach (var notice in _service!.Feed.ReadAsync(afterSequence: 0, _stop.Token))
            {
                switch (notice)
                {
                    case ProgressNotice { Progress: { Phase: AlertPhase.Finished } finished }:
                        messages.Release(finished.Alert);
                        break;
                    case HealthNotice { Health.IsFatal: true }:
                        if (!_lossTold)
                        {
                            _lossTold = true;
                            HostLog.StoreLost(log);
                        }

                        _storeLost.TrySetResult();
                        break;
                    default:
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The engine is ending.
        }
    }
}
