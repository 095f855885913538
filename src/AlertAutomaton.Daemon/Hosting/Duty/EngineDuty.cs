using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;

namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>The part of the engine that finds a person: duty chain, alarms by other paths, the watch over the machine, test calls.</summary>
internal sealed class EngineDuty : IOperatorAlarms, IAsyncDisposable
{
    private readonly EngineVoiceServer _phones;
    private readonly MachineReadings _machine;
    private readonly EngineGlance _glance;
    private readonly Configuration.Options.DutyOptions _options;
    private readonly OrganisationId _organisation;
    private readonly IDutyStore _store;
    private readonly TimeZoneInfo _zone;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly AlarmDesk _alarms;
    private readonly Lock _gate = new();
    private Task? _ending;
    private SystemWatch? _watch;
    private ApprovalWatch? _approvals;

    /// <param name="options">The configuration; something of the section is set up.</param>
    /// <param name="phones">Who phones; started.</param>
    /// <param name="store">The matters on disk.</param>
    /// <param name="paths">How alarms are told beside the log.</param>
    /// <param name="machine">How the machine is.</param>
    /// <param name="glance">What the engine has to do.</param>
    /// <param name="organisation">Whose duty it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The logs.</param>
    public EngineDuty(
        DaemonOptions options, EngineVoiceServer phones, IDutyStore store, IReadOnlyList<IAlarmPath> paths, MachineReadings machine, EngineGlance glance, OrganisationId organisation,
        TimeProvider time, ILoggerFactory loggers)
    {
        _phones = phones;
        _store = store;
        _machine = machine;
        _glance = glance;
        _options = options.Duty;
        _organisation = organisation;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Organisation.TimeZone);
        _time = time;
        _log = loggers.CreateLogger<EngineDuty>();
        _alarms = new AlarmDesk([new LogAlarmPath(_log), .. paths], options.Speech.Languages[0], time, _log);
    }

    /// <summary>The duty chain; null where nobody is ever on duty.</summary>
    public DutyDesk? Chain { get; private set; }

    /// <summary>The test calls; null where there are none.</summary>
    public HeartbeatService? Heartbeat { get; private set; }

    /// <summary>The roster with the operators as they are now.</summary>
    public DutyRoster Roster() => DutyMapping.Roster(_options, _zone, number => _phones.Operators.Active(number)?.Id);

    /// <summary>Numbers in the roster that belong to no active operator.</summary>
    public IEnumerable<string> UnknownNumbers => DutyMapping.Numbers(_options).Where(number => _phones.Operators.Active(number) is null);

    /// <summary>Goes on with what an earlier process left and begins to watch.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        _alarms.Start();
        if (DutyMapping.HasPeople(_options))
        {
            SayWhoIsUnknown();
            Chain = _phones.Service.CreateDutyDesk(new DutyServices
            {
                Organisation = _organisation, Options = DutyMapping.Options(_options), Roster = Roster, Store = _store, Alarms = _alarms, Sound = _phones.Sound,
            });
            var open = await Chain.StartAsync(cancel);
            HostLog.DutyBegins(_log, Roster().OnDutyAt(_time.GetUtcNow()).Count, open);
        }

        var heartbeat = DutyMapping.Heartbeat(_options.Heartbeat);
        if (heartbeat.Number is not null)
        {
            var stands = Chain?.Matters.Any(matter => matter.Standing != DutyStanding.Over && SystemReading.OfKey(matter.Matter.Key) is { Component: SystemComponent.Heartbeat }) == true;
            Heartbeat = _phones.Service.CreateHeartbeat(heartbeat, () => _glance.LinesAreScarce, _alarms, stands);
            Heartbeat.Start();
        }

        _watch = new SystemWatch(Read, () => _glance.AlertRunning, _alarms, Chain, _time, _log, DutyMapping.Rules(_options.Troubles));
        _watch.Start();
        _approvals = new ApprovalWatch(_phones.Drafts, _organisation, _alarms, Chain, TimeSpan.FromSeconds(_options.ApprovalWaitSeconds), _time, _log);
        _approvals.Start();
        _phones.Alarms.Others = this;
    }

    /// <summary>An alarm of the operators' line. Returns at once; the caller, who may be under duress, notices nothing.</summary>
    public void Raise(OperatorAlarm alarm)
    {
        var key = OperatorMatters.KeyOf(alarm);
        _alarms.Announce(key, alarm.Kind.ToString(), alarm.CallId, OperatorMatters.NotFor(alarm));
        _ = Task.Run(() => RaiseMatterAsync(key, alarm));
    }

    /// <summary>Phones nobody any more; what is open goes on in the next process.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _ending ??= EndAsync();
        }

        return new ValueTask(_ending);
    }

    private IReadOnlyList<SystemReading> Read() => Heartbeat is { } heartbeat ? [.. _machine.Read(), heartbeat.Reading] : _machine.Read();

    private void SayWhoIsUnknown()
    {
        foreach (var number in DutyMapping.Numbers(_options).Where(number => _phones.Operators.Active(number) is not { RegisteredPhone: not null, Pin: not null }))
        {
            HostLog.DutyPersonUnusable(_log, number);
        }
    }

    private async Task RaiseMatterAsync(string key, OperatorAlarm alarm)
    {
        try
        {
            await (Chain?.RaiseAsync(new DutyMatter
            {
                Id = DutyMatterId.New(_time),
                Key = key,
                Severity = OperatorMatters.SeverityOf(alarm.Kind),
                Words = WordsOf(alarm.Kind),
                NotFor = OperatorMatters.NotFor(alarm),
                Since = alarm.At,
            }) ?? Task.FromResult(true));
        }
        catch (Exception fault)
        {
            HostLog.DutyFault(_log, fault, key);
        }
    }

    private static string WordsOf(OperatorAlarmKind kind) => kind switch
    {
        OperatorAlarmKind.Duress => DutyPromptNames.Duress,
        OperatorAlarmKind.OperatorLocked => DutyPromptNames.Locked,
        OperatorAlarmKind.HourlyCapReached => DutyPromptNames.Attacked,
        _ => DutyPromptNames.Other,
    };

    private async Task EndAsync()
    {
        _phones.Alarms.Others = null;
        IAsyncDisposable?[] parts = [_approvals, _watch, Heartbeat, Chain, _alarms];
        foreach (var part in parts.OfType<IAsyncDisposable>())
        {
            await part.DisposeAsync();
        }
    }
}
