using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Events;
using AlertAutomaton.Contracts.Health;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Contracts.Verification;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>Where orders are given and progress is asked for: the engine in this process, or a daemon reached by HTTP.</summary>
internal interface IAlertDesk
{
    /// <summary>Orders an alert. Accepted means that the alert and all its recipients are on disk.</summary>
    /// <param name="order">What to do.</param>
    /// <param name="idempotencyKey">Repeating an order with the same key starts nothing new.</param>
    /// <param name="orderedBy">Who orders, for the journal.</param>
    /// <param name="cancel">Gives up.</param>
    Task<LaunchOutcome> LaunchAsync(LaunchAlertRequest order, string idempotencyKey, string orderedBy, CancellationToken cancel);

    /// <summary>How long an order would take, starting nothing; or what is wrong with it.</summary>
    Task<ForecastOutcome> ForecastAsync(LaunchAlertRequest order, CancellationToken cancel);

    /// <summary>One page of alerts, the latest first.</summary>
    Task<AlertPage> ListAsync(string? after, int limit, CancellationToken cancel);

    /// <summary>One alert, or null when there is none.</summary>
    Task<AlertResource?> FindAsync(Guid alert, CancellationToken cancel);

    /// <summary>Pauses, resumes or stops an alert.</summary>
    Task<ChangeOutcome> ChangeAsync(Guid alert, AlertChange change, string? reason, string orderedBy, CancellationToken cancel);

    /// <summary>Live events after that sequence number, as they happen, until cancelled.</summary>
    IAsyncEnumerable<LiveEvent> EventsAsync(long afterSequence, CancellationToken cancel);

    /// <summary>What runs, how far, and which lines are healthy.</summary>
    Task<DaemonStatus> StatusAsync(CancellationToken cancel);

    /// <summary>What a month used and cost; null takes the present month.</summary>
    Task<UsageResource> UsageAsync(CalendarMonth? month, CancellationToken cancel);

    /// <summary>Checks the journal of an alert and its rows; null when there is no such alert.</summary>
    Task<VerificationResource?> VerifyAsync(Guid alert, CancellationToken cancel);

    /// <summary>Writes the sealed journal of an alert.</summary>
    Task ExportJournalAsync(Guid alert, Stream output, CancellationToken cancel);

    /// <summary>Whether alerts can be launched now, and why not.</summary>
    HealthReport Health();
}
