using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Writing;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Sqlite.Writing;

/// <summary>A writer over a database of numbers, with a clock moved by the test.</summary>
internal sealed class WriterRig : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly TemporaryFolder? _folder;
    private readonly SqliteConnector _connector;
    private bool _writerClosed;

    public WriterRig(long largestPages = 0, string? folder = null)
    {
        _folder = folder is null ? new TemporaryFolder() : null;
        string path = folder ?? _folder!.Path;
        Options = new SqliteStoreOptions { DatabasePath = Path.Combine(path, "numbers.db"), BusyPatience = TimeSpan.FromMilliseconds(20), BallastBytes = 8 * 1024 * 1024, LargestDatabasePages = largestPages };
        _connector = new SqliteConnector(Options.DatabasePath, Options.BusyPatience);
        Session = new CounterSession(_connector.OpenWriter(largestPages));
        Ballast = new BallastFile(Options.DatabasePath + ".reserve", Options.BallastBytes);
        Health = new StoreHealthState(Time, NullLogger.Instance) { Changed = snapshot => _condition.TrySetResult(snapshot) };
        Writer = new GroupCommitWriter<CounterSession>(Session, Ballast, Health, Options, () => { }, Time, NullLogger.Instance);
    }

    private TaskCompletionSource<StoreHealthSnapshot> _condition = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ManualTimeProvider Time { get; } = new();

    public SqliteStoreOptions Options { get; }

    public CounterSession Session { get; }

    public BallastFile Ballast { get; }

    public StoreHealthState Health { get; }

    public GroupCommitWriter<CounterSession> Writer { get; }

    public Task Write(StoreWrite<CounterSession> write) => Writer.WriteAsync(write, CancellationToken.None).WaitAsync(s_patience);

    /// <summary>Waits for the next change of condition; call <see cref="ForgetCondition"/> before what causes it.</summary>
    public Task<StoreHealthSnapshot> NextCondition() => _condition.Task.WaitAsync(s_patience);

    public void ForgetCondition() => _condition = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<long> Numbers()
    {
        using var reader = _connector.OpenReader();
        using var statement = new SqliteStatement(reader, "SELECT value FROM number ORDER BY value;");
        var numbers = new List<long>();
        while (statement.Read())
        {
            numbers.Add(statement.Int64(0));
        }

        return numbers;
    }

    public async Task CloseWriter()
    {
        _writerClosed = true;
        await Writer.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_writerClosed)
        {
            await CloseWriter();
        }

        Session.Dispose();
        _folder?.Dispose();
    }
}
