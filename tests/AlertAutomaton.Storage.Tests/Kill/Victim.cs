using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Tests.Conformance;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Storage.Tests.Kill;

/// <summary>
/// The child process of the kill tests: writes without end and prints a line for each write that the store said is done. What
/// it printed must be found by whoever opens the database after it was killed.
/// </summary>
internal static class Victim
{
    /// <summary>The exit code after the store refused for good.</summary>
    public const int StoreFailed = 3;

    private const int Producers = 12;
    private const int Recipients = 240;
    private static readonly CancellationToken s_none = CancellationToken.None;

    public static async Task<int> RunAsync(string databasePath)
    {
        try
        {
            await WriteWithoutEndAsync(databasePath);
            return 0;
        }
        catch (AlertStoreException failure) when (!failure.IsTransient)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return StoreFailed;
        }
    }

    private static async Task WriteWithoutEndAsync(string databasePath)
    {
        await using var store = SqliteAlertStore.Open(new SqliteStoreOptions { DatabasePath = databasePath, BallastBytes = 0 }, TimeProvider.System, NullLoggerFactory.Instance);
        var town = new Town(TimeProvider.System);
        var order = town.Order(Recipients, key: $"small-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}");
        await store.AcceptAsync(order, s_none);
        Say("accepted", order.Alert.Id.ToString());
        Task orders = Task.Run(() => OrderWithoutEnd(store, town));
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(producer => Task.Run(() => CallWithoutEnd(store, town, order, producer))).Append(orders));
    }

    private static async Task CallWithoutEnd(SqliteAlertStore store, Town town, AlertOrder order, int producer)
    {
        for (int number = 1; ; number++)
        {
            for (int recipient = producer; recipient < Recipients; recipient += Producers)
            {
                AttemptBegun begun = town.Begin(order, recipient, number);
                await store.AppendAsync(begun, s_none);
                Say("begun", begun.Attempt.ToString());
                await store.AppendAsync(town.Answer(begun), s_none);
                Say("answered", begun.Attempt.ToString());
                await store.AppendAsync(town.Acknowledge(begun), s_none);
                Say("acknowledged", begun.Attempt.ToString());
                await store.AppendAsync(town.End(begun, AttemptOutcome.CutShort, RecipientScore.Confirmed), s_none);
                Say("ended", begun.Attempt.ToString());
            }
        }
    }

    private static async Task OrderWithoutEnd(SqliteAlertStore store, Town town)
    {
        while (true)
        {
            AlertOrder order = town.Order(2600, key: $"large-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}");
            AcceptResult result = await store.AcceptAsync(order, s_none);
            Say("accepted", result.Alert.ToString());
        }
    }

    private static void Say(string what, string which)
    {
        // One write system call per line, so that a line is seen whole or not at all.
        Console.Out.Write($"{what} {which}\n");
        Console.Out.Flush();
    }
}
