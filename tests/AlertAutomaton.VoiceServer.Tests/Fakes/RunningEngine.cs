using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>The real engine on a real store in a folder of its own; its calls never begin.</summary>
internal sealed class RunningEngine : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voice-server-tests-").FullName;
    private readonly SqliteAlertStore _store;

    private RunningEngine()
    {
        _store = SqliteAlertStore.Open(new SqliteStoreOptions { DatabasePath = Path.Combine(_folder, "alerts.db"), BallastBytes = 0 }, TimeProvider.System, NullLoggerFactory.Instance);
        Alerts = new AlertService(_store, [new ClosedChannel()], new DispatcherOptions(), TimeProvider.System, NullLoggerFactory.Instance);
    }

    public AlertService Alerts { get; }

    public static async Task<RunningEngine> StartAsync()
    {
        var engine = new RunningEngine();
        await engine.Alerts.StartAsync(default);
        return engine;
    }

    public static Contact Household(string number) => new()
    {
        Id = ContactId.New(TimeProvider.System), Organisation = TownHall.Town, Name = "Home", Language = "en",
        Points = [ContactPoint.Voice(ContactPointId.New(TimeProvider.System), TownHall.Phone(number))],
    };

    /// <summary>Launches an alert to these numbers.</summary>
    public async Task<AlertId> LaunchAsync(params string[] numbers)
    {
        var request = new LaunchRequest
        {
            Organisation = TownHall.Town, Kind = AlertKind.Real, Title = "Flood", Policy = BuiltInPolicies.Alert, Lifetime = TimeSpan.FromHours(1), LaunchedBy = "test",
            Audience = [.. numbers.Select(Household)],
            Message = new AlertMessage { Id = MessageId.New(TimeProvider.System), Texts = [new MessageText { Language = "en", Text = "Flood." }] },
        };
        LaunchResult result = await Alerts.LaunchAsync(request, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(), default);
        Assert.Equal(LaunchVerdict.Accepted, result.Verdict);
        return result.Alert;
    }

    /// <summary>Fills a directory from the store, as a new process does.</summary>
    public Task<int> RebuildAsync(HouseholdDirectory directory) => directory.RebuildAsync(_store, default);

    public async ValueTask DisposeAsync()
    {
        await Alerts.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
