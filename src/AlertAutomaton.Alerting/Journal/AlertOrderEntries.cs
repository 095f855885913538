using System.Collections.Immutable;
using AlertAutomaton.Alerting.Alerts;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>The first entries of a journal: what a store writes when it accepts an order.</summary>
public static class AlertOrderEntries
{
    /// <summary>How many recipients one entry holds at most.</summary>
    public const int RecipientsPerEntry = 500;

    /// <summary>Turns an order into events, lazily: the order first, then its recipients in batches.</summary>
    /// <param name="order">The order.</param>
    /// <returns>One <see cref="AlertAccepted"/> and as many <see cref="RecipientsFrozen"/> as are needed.</returns>
    public static IEnumerable<AlertEvent> Of(AlertOrder order)
    {
        var alert = order.Alert;
        yield return new AlertAccepted
        {
            Alert = alert.Id,
            At = alert.LaunchedAt,
            Order = alert,
            Recipients = order.Recipients.Count,
            RefusalsOverridden = order.RefusalsOverridden,
            LeftOut = order.LeftOut,
            QuotaOverridden = order.QuotaOverridden,
            IdempotencyKey = order.IdempotencyKey,
            Fingerprint = order.Fingerprint,
        };

        for (var first = 0; first < order.Recipients.Count; first += RecipientsPerEntry)
        {
            var batch = ImmutableArray.CreateBuilder<Recipient>(Math.Min(RecipientsPerEntry, order.Recipients.Count - first));
            for (var i = first; i < order.Recipients.Count && batch.Count < RecipientsPerEntry; i++)
            {
                batch.Add(order.Recipients[i]);
            }

            yield return new RecipientsFrozen { Alert = alert.Id, At = alert.LaunchedAt, First = first, Recipients = batch.MoveToImmutable() };
        }
    }
}
