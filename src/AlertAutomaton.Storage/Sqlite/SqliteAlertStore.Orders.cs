using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite.Alerts;
using AlertAutomaton.Storage.Sqlite.Writing;

namespace AlertAutomaton.Storage.Sqlite;

/// <summary>
/// Taking orders. A small one is one write in one transaction. A large one would hold the only writer for seconds, and
/// acknowledgements of other alerts with it; it is written in parts that share transactions with whatever else happens, and
/// exists only once the last transaction seals it. Unsealed orders are invisible, and removed at the next start.
/// </summary>
public sealed partial class SqliteAlertStore
{
    private const int PartsInOneWrite = 4;
    private const int PartsAtOnce = 8;
    private const long BytesPerRecipient = 1024;

    private readonly OrderKeys _orderKeys = new();

    /// <inheritdoc/>
    public Task<AcceptResult> AcceptAsync(AlertOrder order, CancellationToken ct) => AcceptAsync(order, progress: null, ct);

    /// <summary>Accepts an order and reports how many of its recipients are written, for orders large enough to wait for.</summary>
    /// <param name="order">The order.</param>
    /// <param name="progress">Told the number of recipients written so far; null for nobody.</param>
    /// <param name="ct">Gives up before the last transaction begins.</param>
    /// <returns>Accepted, known already, or a conflict of keys.</returns>
    public async Task<AcceptResult> AcceptAsync(AlertOrder order, IProgress<int>? progress, CancellationToken ct)
    {
        RequireSpaceFor(order);
        OrganisationId organisation = order.Alert.Organisation;
        await _orderKeys.TakeAsync(organisation, order.IdempotencyKey, ct);
        try
        {
            return order.Recipients.Count <= PartsInOneWrite * AlertOrderEntries.RecipientsPerEntry
                ? await AcceptWholeAsync(order, ct)
                : await AcceptInPartsAsync(order, progress, ct);
        }
        finally
        {
            _orderKeys.Release(organisation, order.IdempotencyKey);
        }
    }

    private async Task<AcceptResult> AcceptWholeAsync(AlertOrder order, CancellationToken ct)
    {
        PreparedEvent[] entries = [.. AlertOrderEntries.Of(order).Select(PreparedEvent.From)];
        var write = new OrderWrite(session =>
        {
            AcceptResult result = session.BeginOrder(order, entries[0]);
            if (result.Verdict == AcceptVerdict.Accepted)
            {
                foreach (PreparedEvent part in entries.AsSpan(1))
                {
                    session.AddRecipients(part);
                }

                session.SealOrder(order.Alert.Id);
            }

            return result;
        });
        await WriteAsync(write, ct);
        return write.Result;
    }

    private async Task<AcceptResult> AcceptInPartsAsync(AlertOrder order, IProgress<int>? progress, CancellationToken ct)
    {
        AlertId alert = order.Alert.Id;
        using IEnumerator<AlertEvent> entries = AlertOrderEntries.Of(order).GetEnumerator();
        entries.MoveNext();
        PreparedEvent head = PreparedEvent.From(entries.Current);
        var begin = new OrderWrite(session => session.BeginOrder(order, head));
        await WriteAsync(begin, ct);
        if (begin.Result.Verdict != AcceptVerdict.Accepted)
        {
            return begin.Result;
        }

        try
        {
            await WritePartsAsync(entries, alert, progress, ct);
            ct.ThrowIfCancellationRequested();
            await WriteAsync(Step(alert, session => session.SealOrder(alert)), ct);
            return begin.Result;
        }
        catch
        {
            await DiscardAsync(alert);
            throw;
        }
    }

    private async Task WritePartsAsync(IEnumerator<AlertEvent> entries, AlertId alert, IProgress<int>? progress, CancellationToken ct)
    {
        var underWay = new Queue<(Task Write, int Written)>(PartsAtOnce);
        try
        {
            while (entries.MoveNext())
            {
                ct.ThrowIfCancellationRequested();
                var part = (RecipientsFrozen)entries.Current;
                PreparedEvent prepared = PreparedEvent.From(part);
                if (underWay.Count == PartsAtOnce)
                {
                    await FinishOldest();
                }

                underWay.Enqueue((WriteAsync(Step(alert, session => session.AddRecipients(prepared)), CancellationToken.None), part.First + part.Recipients.Length));
            }

            while (underWay.Count > 0)
            {
                await FinishOldest();
            }
        }
        finally
        {
            // What is queued must be over before the order can be discarded.
            await Task.WhenAll(underWay.Select(part => part.Write)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task FinishOldest()
        {
            (Task write, int written) = underWay.Dequeue();
            await write;
            progress?.Report(written);
        }
    }

    private static OrderWrite Step(AlertId alert, Action<AlertWriteSession> step) => new(session =>
    {
        step(session);
        return new AcceptResult(AcceptVerdict.Accepted, alert);
    });

    private async Task DiscardAsync(AlertId alert)
    {
        try
        {
            await WriteAsync(new DiscardOrderWrite(alert), CancellationToken.None);
        }
        catch (AlertStoreException error)
        {
            SqliteAlertStoreLog.UnsealedOrderLeft(_logger, alert, error.Message);
        }
    }

    private void RequireSpaceFor(AlertOrder order)
    {
        long needed = (order.Recipients.Count * BytesPerRecipient) + _options.BallastBytes;
        long free = FreeSpace.Beside(_options.DatabasePath);
        if (free < needed)
        {
            var refusal = new StoreUnavailableException(
                StoreCondition.DiskFull,
                $"an order of {order.Recipients.Count} recipients needs {needed} bytes beside {_options.DatabasePath}, {free} are free. Free some space and order again.");
            throw new AlertStoreException(refusal.Message, refusal.IsTransient, refusal) { NeedsSpace = true };
        }
    }
}
