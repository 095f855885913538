using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Alerts;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Migrations;
using AlertAutomaton.Storage.Tests.Conformance;
using AlertAutomaton.Storage.Verification;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Sqlite;

public sealed class SqliteAlertStoreTests : IDisposable
{
    private static readonly CancellationToken s_none = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly Town _town;

    public SqliteAlertStoreTests() => _town = new Town(_time);

    private SqliteStoreOptions Options => new() { DatabasePath = _folder.File("alerts.db"), BallastBytes = 0, BusyPatience = TimeSpan.FromMilliseconds(50) };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_database_refuses_orders_and_attempts_but_records_outcomes_and_resumes()
    {
        var conditions = new List<StoreCondition>();
        await using var store = Open(Options with { LargestDatabasePages = 150 }, snapshot => conditions.Add(snapshot.Condition));
        AlertOrder order = _town.Order(40);
        await store.AcceptAsync(order, s_none);
        AttemptBegun begun = _town.Begin(order, 0);
        await store.AppendAsync(begun, s_none);

        AlertStoreException refused = await Assert.ThrowsAsync<AlertStoreException>(() => store.AcceptAsync(_town.Order(1900, key: "large"), s_none));
        Assert.True(refused.IsTransient);
        Assert.Equal(StoreCondition.DiskFull, store.Health.Condition);
        Assert.True((await Assert.ThrowsAsync<AlertStoreException>(() => store.AppendAsync(_town.Begin(order, 1), s_none))).IsTransient);
        await store.AppendAsync(_town.Acknowledge(begun), s_none);
        await store.AppendAsync(_town.End(begun, AttemptOutcome.Acknowledged, RecipientScore.Confirmed, FinishReason.Acknowledged), s_none);

        _time.Advance(Options.DiskFullRetry);
        Assert.Equal(StoreCondition.Ready, store.Health.Condition);
        await store.AppendAsync(_town.Begin(order, 1), s_none);
        Assert.Equal([StoreCondition.DiskFull, StoreCondition.Ready], conditions);
        VerificationReport report = await JournalVerifier.VerifyAsync(store, order.Alert.Id, s_none);
        Assert.Null(report.Fault);
        Assert.Single((await store.ListAlertsAsync(new AlertQuery(), s_none)).Rows);
    }

    [Fact]
    public async Task An_order_that_does_not_fit_the_disk_is_refused_with_the_space_it_needs()
    {
        Assert.SkipWhen(new DriveInfo(_folder.Path).AvailableFreeSpace > 2_000_000_000_000, "two terabytes are free here");
        await using var store = Open(Options);
        AlertOrder order = _town.Order(1) with { Recipients = new FakeMultitude(int.MaxValue) };
        AlertStoreException refused = await Assert.ThrowsAsync<AlertStoreException>(() => store.AcceptAsync(order, s_none));
        Assert.True(refused.IsTransient);
        Assert.Contains("Free some space", refused.Message, StringComparison.Ordinal);
        Assert.Equal(StoreCondition.Ready, store.Health.Condition);
    }

    [Fact]
    public async Task An_order_left_half_written_by_a_crash_is_gone_after_the_next_start()
    {
        AlertOrder order = _town.Order(10);
        await Open(Options).DisposeAsync();
        using (var session = new AlertWriteSession(new SqliteConnector(Options.DatabasePath, Options.BusyPatience).OpenWriter(0)))
        {
            SqliteConnector.Execute(session.Connection, "BEGIN IMMEDIATE;");
            PreparedEvent[] entries = [.. AlertOrderEntries.Of(order).Select(PreparedEvent.From)];
            session.BeginOrder(order, entries[0]);
            session.AddRecipients(entries[1]);
            session.BeforeCommit();
            SqliteConnector.Execute(session.Connection, "COMMIT;");
        }

        await using var store = Open(Options);
        Assert.Empty(await store.LoadUnfinishedAsync(s_none));
        Assert.Equal(AcceptVerdict.Accepted, (await store.AcceptAsync(order, s_none)).Verdict);
        Assert.Null((await JournalVerifier.VerifyAsync(store, order.Alert.Id, s_none)).Fault);
    }

    [Fact]
    public async Task A_large_order_does_not_hold_up_an_acknowledgement()
    {
        await using var store = Open(Options);
        AlertOrder small = _town.Order(2, key: "small");
        await store.AcceptAsync(small, s_none);
        AlertOrder large = _town.Order(40_000, key: "large");
        var progress = new ProgressNote();
        Task<AcceptResult> accepting = store.AcceptAsync(large, progress, s_none);
        await progress.First.WaitAsync(TimeSpan.FromSeconds(30), s_none);
        await store.AppendAsync(_town.CallBack(small, 0, AcknowledgementOption.Safe), s_none);
        Assert.InRange(progress.Written, 1, 39_999);
        Assert.Equal(AcceptVerdict.Accepted, (await accepting).Verdict);
        Assert.Equal(40_000, progress.Written);
    }

    [Fact]
    public async Task A_large_order_that_is_given_up_leaves_nothing()
    {
        await using var store = Open(Options);
        AlertOrder order = _town.Order(20_000);
        using var cancellation = new CancellationTokenSource();
        var progress = new ProgressNote { WhenFirst = cancellation.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AcceptAsync(order, progress, cancellation.Token));
        Assert.Null(await store.GetAlertAsync(order.Alert.Id, s_none));
        Assert.Equal(AcceptVerdict.Accepted, (await store.AcceptAsync(order with { Recipients = [.. order.Recipients.Take(10)] }, s_none)).Verdict);
    }

    [Fact]
    public void Options_out_of_range_are_all_named_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() => Open(Options with { LargestBatch = 0, QueueCapacity = -1, BallastBytes = 5 }));
        Assert.Contains("LargestBatch", error.Message, StringComparison.Ordinal);
        Assert.Contains("QueueCapacity", error.Message, StringComparison.Ordinal);
        Assert.Contains("BallastBytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_for_good()
    {
        File.WriteAllText(Options.DatabasePath, new string('x', 8192));
        Assert.False(Assert.Throws<AlertStoreException>(() => Open(Options)).IsTransient);
    }

    [Fact]
    public async Task A_database_held_by_another_program_is_refused_for_now()
    {
        await Open(Options).DisposeAsync();
        using var other = new SqliteConnector(Options.DatabasePath, TimeSpan.FromSeconds(1)).OpenCheckpointer();
        SqliteConnector.Execute(other, "BEGIN EXCLUSIVE;");
        Assert.True(Assert.Throws<AlertStoreException>(() => Open(Options)).IsTransient);
    }

    [Fact]
    public async Task While_another_program_holds_the_database_orders_are_refused_at_once_and_outcomes_wait()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var store = Open(Options, snapshot =>
        {
            if (snapshot.Condition == StoreCondition.Ready)
            {
                ready.TrySetResult();
            }
        });
        AlertOrder order = _town.Order(2);
        await store.AcceptAsync(order, s_none);
        using var other = new SqliteConnector(Options.DatabasePath, TimeSpan.FromSeconds(5)).OpenCheckpointer();
        SqliteConnector.Execute(other, "BEGIN EXCLUSIVE;");
        AlertStoreException refused = await Assert.ThrowsAsync<AlertStoreException>(() => store.AcceptAsync(_town.Order(2, key: "other"), s_none).WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.True(refused.IsTransient);
        Assert.Equal(StoreCondition.Busy, store.Health.Condition);
        Task outcome = store.AppendAsync(_town.CallBack(order, 0, AcknowledgementOption.Safe), s_none);
        Assert.False(outcome.IsCompleted);
        SqliteConnector.Execute(other, "ROLLBACK;");
        await outcome.WaitAsync(TimeSpan.FromSeconds(10));
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_store_that_was_busy_is_ready_again_without_anything_to_write()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var store = Open(Options, snapshot =>
        {
            if (snapshot.Condition == StoreCondition.Ready)
            {
                ready.TrySetResult();
            }
        });
        using var other = new SqliteConnector(Options.DatabasePath, TimeSpan.FromSeconds(5)).OpenCheckpointer();
        SqliteConnector.Execute(other, "BEGIN EXCLUSIVE;");
        await Assert.ThrowsAsync<AlertStoreException>(() => store.AcceptAsync(_town.Order(2), s_none).WaitAsync(TimeSpan.FromSeconds(10)));
        SqliteConnector.Execute(other, "ROLLBACK;");
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(AcceptVerdict.Accepted, (await store.AcceptAsync(_town.Order(2), s_none)).Verdict);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await Open(Options).DisposeAsync();
        using (var other = new SqliteConnector(Options.DatabasePath, TimeSpan.FromSeconds(1)).OpenCheckpointer())
        {
            SqliteConnector.Execute(other, "INSERT INTO schema_migration VALUES ('9999_future.sql', 'x', 'then');");
        }

        Assert.Throws<MigrationException>(() => Open(Options));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        SqliteAlertStore store = Open(Options);
        await store.DisposeAsync();
        Assert.Equal(StoreCondition.Closed, store.Health.Condition);
        await Assert.ThrowsAsync<AlertStoreException>(() => store.AppendAsync(_town.Pause(_town.Order(1)), s_none));
    }

    private SqliteAlertStore Open(SqliteStoreOptions options, Action<StoreHealthSnapshot>? healthChanged = null) =>
        SqliteAlertStore.Open(options, _time, NullLoggerFactory.Instance, healthChanged);
}
