using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>
/// Hands events to the store in the order of the loop, many at once, and knows what to do when it fails. A transient failure stops
/// new work; facts that must not be lost wait here and are written first when the store is tried again (1, 2, 4, then every 5
/// seconds); while the disk is full they are handed over at once, because the store keeps a reserve for them. A failed sync is final:
/// nothing is tried again, because a second sync may lie. An entry that contradicts the journal is no fault of the store: it is left
/// out, reported, and only its own step is told. Owned by the loop.
/// </summary>
internal sealed class JournalWriter(
    IAlertStore store, DispatcherOptions options, SteadyClock clock, Action<Action> post, Action<DispatcherHealth> changed, ILogger logger)
{
    private readonly Queue<Pending> _backlog = new();
    private DateTimeOffset _retryAt;
    private int _failures;
    private bool _retrying;

    public DispatcherHealth Health { get; private set; } = DispatcherHealth.Well;

    /// <summary>When the store is tried again; null when it is well, being tried, or lost.</summary>
    public DateTimeOffset? NextRetry => Health.CanWork || Health.IsFatal || _retrying ? null : _retryAt;

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="keep">True: it must not be lost; it waits until the store writes again.</param>
    /// <param name="first">Told on the loop whether it is on disk after the first try.</param>
    /// <param name="written">Told on the loop when it is on disk, at the first try or later.</param>
    /// <param name="refused">Told on the loop, before <paramref name="first"/>, that it contradicts the journal and never will be on disk.</param>
    public void Write(AlertEvent happened, bool keep, Action<bool>? first = null, Action? written = null, Action? refused = null)
    {
        var pending = new Pending(happened, written, refused);
        var reserveTakesIt = keep && Health is { NeedsSpace: true, IsFatal: false } && _backlog.Count == 0;
        if (!Health.CanWork && !reserveTakesIt)
        {
            Keep(pending, keep);
            post(() => first?.Invoke(false));
            return;
        }

        _ = TryAsync(pending, keep, first);
    }

    /// <summary>Tries the store again when its time has come.</summary>
    public void Turn(DateTimeOffset now)
    {
        if (NextRetry is { } at && at <= now)
        {
            _retrying = true;
            TryBacklog();
        }
    }

    /// <summary>The store must not be used any more, however that was found out.</summary>
    public void Lose(string cause) => Fail(new AlertStoreException(cause, isTransient: false));

    private async Task TryAsync(Pending pending, bool keep, Action<bool>? first)
    {
        var (fault, contradiction) = await AppendAsync(pending.Event);
        post(() =>
        {
            if (contradiction is not null)
            {
                Refuse(pending, contradiction);
                first?.Invoke(false);
                return;
            }

            if (fault is null)
            {
                _failures = 0;
                first?.Invoke(true);
                pending.Written?.Invoke();
                return;
            }

            Keep(pending, keep);
            Fail(fault);
            first?.Invoke(false);
        });
    }

    private async Task<(AlertStoreException? Fault, Exception? Contradiction)> AppendAsync(AlertEvent happened)
    {
        try
        {
            await store.AppendAsync(happened, CancellationToken.None);
            return (null, null);
        }
        catch (AlertStoreException fault)
        {
            return (fault, null);
        }
        catch (InvalidOperationException contradiction) when (contradiction is not ObjectDisposedException)
        {
            return (null, contradiction);
        }
        catch (Exception fault)
        {
            // Not a failure the store knows how to name: whether it is stored is unknown, so the store is not trusted any more.
            return (new AlertStoreException($"The store failed in an unforeseen way: {fault.Message}", isTransient: false, fault), null);
        }
    }

    private void Refuse(Pending pending, Exception contradiction)
    {
        logger.EntryRefused(contradiction, pending.Event.Alert, pending.Event.GetType().Name);
        Tell(Health with { Contradictions = Health.Contradictions + 1, LastContradiction = contradiction.Message });
        pending.Refused?.Invoke();
    }

    private void Keep(Pending pending, bool keep)
    {
        if (!keep)
        {
            return;
        }

        // The end of its attempt may be written by now, so a late acknowledgement stands on its own.
        var happened = pending.Event is Acknowledged { Attempt: not null } acknowledged
            ? acknowledged with { Attempt = null, Via = "attempt" }
            : pending.Event;
        _backlog.Enqueue(pending with { Event = happened });
        if (!Health.CanWork)
        {
            Tell(Health with { Unwritten = _backlog.Count });
        }
    }

    private void Fail(AlertStoreException fault)
    {
        if (Health.CanWork || (!Health.IsFatal && !fault.IsTransient))
        {
            logger.StoreFault(fault, fault.Message);
        }

        var wait = options.StoreRetries[Math.Min(_failures++, options.StoreRetries.Count - 1)];
        _retryAt = clock.Now + wait;
        Tell(Health with
        {
            StoreFault = Health.IsFatal ? Health.StoreFault : fault.Message,
            NeedsSpace = fault.NeedsSpace,
            IsFatal = Health.IsFatal || !fault.IsTransient,
            Since = Health.Since ?? clock.Now,
            Unwritten = _backlog.Count,
        });
    }

    private void TryBacklog()
    {
        if (!_backlog.TryPeek(out var pending))
        {
            _retrying = false;
            if (!store.TakesNewWork)
            {
                _retryAt = clock.Now + options.StoreRetries[^1];
                Tell(Health with { Unwritten = 0 });
                return;
            }

            logger.StoreWell();
            Tell(DispatcherHealth.Well with { Contradictions = Health.Contradictions, LastContradiction = Health.LastContradiction });
            return;
        }

        _ = RetryAsync(pending);
    }

    private async Task RetryAsync(Pending pending)
    {
        var (fault, contradiction) = await AppendAsync(pending.Event);
        post(() =>
        {
            if (fault is null)
            {
                _failures = 0;
                _backlog.Dequeue();
                if (contradiction is not null)
                {
                    Refuse(pending, contradiction);
                }
                else
                {
                    pending.Written?.Invoke();
                }

                TryBacklog();
                return;
            }

            _retrying = false;
            Fail(fault);
        });
    }

    private void Tell(DispatcherHealth health)
    {
        if (health != Health)
        {
            Health = health;
            changed(health);
        }
    }

    /// <summary>An event that waits to be written.</summary>
    private sealed record Pending(AlertEvent Event, Action? Written, Action? Refused);
}
