using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Desk.Scheduling;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Storage.Sqlite.Desk;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The part of the engine that plans alerts and launches them: store, runner and desk.</summary>
internal sealed class EngineSchedules : IAsyncDisposable
{
    private readonly ScheduleRunner _runner;

    public EngineSchedules(
        DeskDatabase database, AlertMessages messages, OrderLauncher launcher, LaunchSettings settings, OperatorTexts texts, TimeProvider time, ILoggerFactory loggers)
    {
        var store = new SqliteScheduleStore(database);
        _runner = new ScheduleRunner(store, new PlannedLauncher(launcher, settings, texts, time).LaunchAsync, time, loggers.CreateLogger<ScheduleRunner>());
        Desk = new ScheduleDesk(store, _runner, messages, settings, time);
    }

    /// <summary>Where alerts are planned.</summary>
    public IScheduleDesk Desk { get; }

    /// <summary>How planned alerts are doing.</summary>
    public ScheduleHealth Health => _runner.Health;

    /// <summary>Opens the database that small stores share.</summary>
    /// <exception cref="EngineStartException">It cannot be used.</exception>
    public static DeskDatabase OpenDatabase(string path, TimeProvider time)
    {
        try
        {
            return DeskDatabase.Open(new DeskDatabaseOptions { Path = path }, time);
        }
        catch (Exception refused) when (refused is AlertStoreException or Storage.Sqlite.Migrations.MigrationException)
        {
            throw new EngineStartException(refused.Message, refused);
        }
    }

    /// <summary>Begins to launch what is due; the service must be started.</summary>
    public void Start() => _runner.Start();

    /// <summary>Launches nothing any more.</summary>
    public Task StopAsync() => _runner.StopAsync();

    public ValueTask DisposeAsync() => _runner.DisposeAsync();
}
